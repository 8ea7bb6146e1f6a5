// The page's core: reads an image, and judges.
#include "bindings/door.h"

EMSCRIPTEN_BINDINGS(formcheck) { (void)formcheck::door::open_door(); }

// The one JSON type of the core: keys keep their order, so that what is written again reads as it was written.
#pragma once
#include <nlohmann/json.hpp>

namespace formcheck::form {
using Json = nlohmann::ordered_json;
}

// The types that cross, told to Embind by hand. Its own list (libembind's bind.cpp, of which this takes the
// place) names every C++ number, four more kinds of strings and all memory views, and brings run-time types
// and sprintf with it: 9 KB that the page would load for nothing.
#include <emscripten/bind.h>

#include <climits>
#include <string>

namespace {

__attribute__((constructor)) void register_types() {
  using namespace emscripten::internal;  // NOLINT: what bind.cpp uses
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_integer(TypeID<unsigned int>::get(), "unsigned int", sizeof(unsigned int), 0, UINT_MAX);
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
  _embind_register_std_wstring(TypeID<std::u16string>::get(), sizeof(char16_t), "std::u16string");
}

}  // namespace

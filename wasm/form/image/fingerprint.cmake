# Writes a header with a hash of the named files and their names. Use: cmake -DOUT=… -DROOT=… "-DFILES=a;b" -P fingerprint.cmake
set(all "")
list(SORT FILES)
foreach(file IN LISTS FILES)
  file(SHA256 ${file} hash)
  file(RELATIVE_PATH name ${ROOT} ${file})
  string(APPEND all "${name} ${hash}\n")
endforeach()
string(SHA256 sum "${all}")
string(SUBSTRING ${sum} 0 8 first)
string(SUBSTRING ${sum} 8 8 second)
file(WRITE ${OUT} "// Generated from the core's sources by fingerprint.cmake.
#pragma once
#include <cstdint>

inline constexpr std::uint32_t kCoreFingerprint[2] = {0x${first}, 0x${second}};
")

// The newest edition of the form, built into the binary (see embed.cmake).
#pragma once
#include <cstddef>

struct EmbeddedFile {
  const char* name;
  const unsigned char* bytes;
  std::size_t size;
};
extern const EmbeddedFile kEmbeddedForm[];
extern const std::size_t kEmbeddedFormSize;

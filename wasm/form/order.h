// Sorting by a number. One sort for all: findings, slots, whatever has an order that fits 64 bits.
#pragma once
#include <cstdint>
#include <vector>

namespace formcheck::form {

struct Ranked {
  std::uint64_t rank;
  std::uint32_t item;
};

// By rank; equals by item.
void sort(std::vector<Ranked>& list);

}  // namespace formcheck::form

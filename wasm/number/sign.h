// Signed coefficients and their magnitudes. Private to this room.
#pragma once
#include "number/wide.h"

namespace formcheck::number {

__extension__ using Signed = __int128;

inline Unsigned magnitude(Signed v) noexcept { return v < 0 ? -static_cast<Unsigned>(v) : static_cast<Unsigned>(v); }
inline Signed with_sign(Unsigned m, bool negative) noexcept { return negative ? -static_cast<Signed>(m) : static_cast<Signed>(m); }

}  // namespace formcheck::number

// A draft: what the applicant typed, as one readable JSON file (schema/meta/draft.schema.json).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "form/aside.h"
#include "form/problem.h"
#include "form/sheet.h"

namespace formcheck::form {

// "I have seen this and it is so." Holds as long as the values are those that were seen.
struct Acknowledgement {
  std::string rule, row, field, reason, time;
  std::vector<std::string> values;
};

// Which draft a file is a copy of, and how far it had come. Files of one origin are one application,
// on whichever machine.
struct Origin {
  std::string id, name;  // name: as given by hand, "" for none
  std::uint32_t revision = 0;
};

struct Draft {
  explicit Draft(Sheet s) : sheet(std::move(s)) {}
  Sheet sheet;
  std::vector<Acknowledgement> acknowledged;
  std::vector<Kept> aside;     // what the form does not know, by the pointer it stood at
  std::optional<Origin> origin;
  std::string saved;  // as written in the file; "" for a new draft
};

struct DraftReading {
  std::unique_ptr<Draft> draft;  // null when the file was refused
  std::vector<Notice> notices;
};

// Reads any bytes. Refuses only what cannot be this form's draft at all (not JSON, not UTF-8, too large, too deep, another
// form, a newer format); everything else is kept: in its cell, or aside with a notice. Linear, ≤ 20 MB.
[[nodiscard]] DraftReading read_draft(const Definition& def, std::string_view bytes);

// The file again; reading it gives the same draft. `saved` is the time to note, RFC 3339 (the core has no clock).
[[nodiscard]] std::string write_draft(const Draft& draft, std::string_view saved);

}  // namespace formcheck::form

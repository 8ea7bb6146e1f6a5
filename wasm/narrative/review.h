// One application read like a careful reviewer would: its narratives against its tables and fields. Advice
// and warnings only.
//
//   Review review(knowledge);
//   review.open(draft);                               // JSON, as a session writes it
//   review.edit("/values/results", 12, 0, "质");      // UTF-16 code units; re-reads one paragraph
//   std::string json = review.findings();
//
// A key costs its paragraph, whatever the text's length. The knowledge must outlive the review.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/paragraph.h"

namespace formcheck::narrative {

class Review {
 public:
  explicit Review(const Knowledge& knowledge);

  // Takes a draft's values; false (and nothing changed) when the bytes are no draft. Linear.
  bool open(std::string_view draft_json);

  // A value has changed. False when the draft has no such value: rows came or went, so open it again.
  bool set(std::string_view pointer, std::string_view text);
  bool edit(std::string_view pointer, std::size_t from, std::size_t removed, std::string_view inserted);

  // Checks the person wants no more: rule ids, with spaces between; "" for none.
  void switch_off(std::string_view rules) { off_ = rules; }
  // What the person has seen and keeps, by the finding's key. A key changes with the values it rests on.
  void acknowledge(std::string_view key, std::string_view reason) {
    acknowledged_[std::string(key)] = reason;
  }
  void reopen(std::string_view key) { acknowledged_.erase(std::string(key)); }

  // JSON: [{rule, key, severity, basis, message, at: [{at, from?, to?}], actual?, expected?, mends?,
  // acknowledged?}], in the form's order.
  [[nodiscard]] std::string findings();
  // JSON: [{at, from, to, indicator?, role?, of?, product?, rival?, year?, value, unit, bound?}]: every
  // figure read.
  [[nodiscard]] std::string figures() const;
  // JSON: [{at, label, topics: [{id, label, quantity, found: [[from, to]], figures}]}]: the sentences found
  // for each topic.
  [[nodiscard]] std::string coverage() const;
  // JSON: [{proof, at, from, to}]: claims in the text that call for an attachment.
  [[nodiscard]] std::string claims() const;
  // JSON: all four, {format, findings, figures, coverage, claims}.
  [[nodiscard]] std::string report();

 private:
  struct Passage {
    std::size_t value;  // index into Facts::values()
    const TextPlan* plan;
    std::vector<Paragraph> paragraphs;
  };

  void read_all();
  void read_passage(Passage& passage, std::string_view text);
  [[nodiscard]] bool is_name(std::size_t value) const;
  void gather(std::vector<Remark>& out);
  void add(std::vector<Remark>& out, const Remark& remark, const Passage& passage,
           std::uint32_t offset) const;
  void number_headings(const Passage& passage, std::vector<Remark>& out) const;
  void find_repeated(std::vector<Remark>& out) const;
  void find_missing_topics(const Passage& passage, std::vector<Remark>& out) const;
  void check_direction(std::vector<Remark>& out) const;
  void check_title(std::vector<Remark>& out) const;
  void check_trends(std::vector<Remark>& out) const;
  [[nodiscard]] const Passage* passage_of(std::string_view path) const;

  const Knowledge& knowledge_;
  Facts facts_;
  Names names_;
  ParagraphReader reader_;
  std::vector<Passage> passages_;
  std::string off_;
  std::map<std::string, std::string> acknowledged_;
};

}  // namespace formcheck::narrative

#include "scenarios/formulas/csv_column.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "engine/core/input_error.hpp"
#include "scenarios/messages/did_you_mean.hpp"

namespace wayworth::scenarios {
namespace {

using Fields = std::vector<std::string>;

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t") - begin + 1));
}

/// Goes through the lines of the text; a quoted field may hold line ends.
class CsvReader {
public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);  // a byte order mark
    const std::string_view names = text_.substr(0, text_.find_first_of("\r\n"));
    for (const char candidate : {';', '\t'}) {
      if (names.find(',') == std::string_view::npos && names.find(candidate) != std::string_view::npos) {
        separator_ = candidate;
      }
    }
  }

  /// The fields of the next line that is not empty; nothing at the end.
  std::optional<Fields> next() {
    while (at_ < text_.size()) {
      line_ = next_line_;
      Fields fields = read_line();
      if (fields.size() > 1 || !fields.front().empty()) return fields;
    }
    return std::nullopt;
  }

  /// The line that next() gave, from 1.
  [[nodiscard]] std::size_t line() const { return line_; }

private:
  Fields read_line() {
    Fields fields;
    bool more = true;
    while (more) {
      fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted_field() : plain_field());
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) ++at_;
    }
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++next_line_;
    return fields;
  }

  std::string plain_field() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return trimmed(text_.substr(begin, at_ - begin));
  }

  /// Two quotes stand for one.
  std::string quoted_field() {
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        ++at_;
        if (at_ == text_.size() || text_[at_] != '"') return field + plain_field();
      }
      if (text_[at_] == '\n') ++next_line_;
      field += text_[at_];
    }
    throw engine::InputError(fmt::format("line {}: a quote is not closed", line_));
  }

  std::string_view text_;
  char separator_ = ',';
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t next_line_ = 1;
};

double number_in(const std::string& field, std::size_t line) {
  double value = 0.0;
  const char* const end = field.data() + field.size();
  const auto [stop, error] = std::from_chars(field.data(), end, value);
  if (!field.empty() && error == std::errc{} && stop == end && std::isfinite(value)) return value;
  if (field.empty()) throw engine::InputError(fmt::format("line {}: the field is empty; leave out such lines", line));
  throw engine::InputError(fmt::format("line {}: `{}` is not a plain number such as 1234.5", line, field));
}

}  // namespace

std::vector<double> csv_column(std::string_view text, std::string_view column) {
  CsvReader reader(text);
  const std::optional<Fields> names = reader.next();
  if (!names) throw engine::InputError("is empty; its first line must name the columns");
  const auto named = std::find(names->begin(), names->end(), column);
  if (named == names->end()) {
    throw engine::InputError(fmt::format("has no column `{}`{}", column, suggestion(column, *names)));
  }
  const auto index = static_cast<std::size_t>(named - names->begin());
  std::vector<double> values;
  while (const std::optional<Fields> fields = reader.next()) {
    if (fields->size() <= index) {
      throw engine::InputError(fmt::format("line {}: has {} fields, and `{}` is field {}", reader.line(),
                                           fields->size(), column, index + 1));
    }
    values.push_back(number_in((*fields)[index], reader.line()));
  }
  return values;
}

}  // namespace wayworth::scenarios

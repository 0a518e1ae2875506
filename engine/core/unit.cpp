#include "engine/core/unit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "engine/core/input_error.hpp"

namespace wayworth::engine {

namespace {

struct TimeName {
  std::string_view name;
  double seconds;
};
constexpr std::array time_names{
    TimeName{"second", 1.0},        TimeName{"minute", 60.0},     TimeName{"hour", 3600.0},
    TimeName{"day", 86400.0},       TimeName{"week", 604800.0},   TimeName{"month", 2628000.0},
    TimeName{"quarter", 7884000.0}, TimeName{"year", 31536000.0},
};

/// Short forms that would otherwise silently become kinds of things that never convert.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> abbreviations{{
    {"s", "second"}, {"sec", "second"}, {"secs", "second"}, {"min", "minute"}, {"mins", "minute"},
    {"h", "hour"},   {"hr", "hour"},    {"hrs", "hour"},    {"d", "day"},      {"wk", "week"},
    {"wks", "week"}, {"mo", "month"},   {"mth", "month"},   {"mths", "month"}, {"qtr", "quarter"},
    {"y", "year"},   {"yr", "year"},    {"yrs", "year"},    {"pa", "year"},
}};

constexpr std::array<std::string_view, 24> currencies{"AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR",
                                                      "GBP", "HKD", "HUF", "IDR", "INR", "JPY", "KRW", "MXN",
                                                      "NOK", "NZD", "PLN", "RMB", "SEK", "SGD", "USD", "ZAR"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

/// The part that singular and plural of an English word share: call(s), agenc(y|ies), box(es), licenc(e|es).
std::string stem_of(std::string_view word) {
  std::string stem = lower(word);
  const auto ends = [&](std::string_view ending) { return stem.size() > ending.size() && stem.ends_with(ending); };
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
    stem.pop_back();
  }
  if (ends("se") || ends("xe") || ends("ze") || ends("che") || ends("she") || ends("ie")) {
    stem.pop_back();
  }
  if (ends("y")) {
    stem.back() = 'i';
  }
  return stem;
}

const TimeName* find_time(std::string_view stem) {
  const auto found = std::find_if(time_names.begin(), time_names.end(),
                                  [&](const TimeName& time) { return stem_of(time.name) == stem; });
  return found == time_names.end() ? nullptr : &*found;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads a unit from left to right: factor, then `*` or `/` and a factor, as often as it goes on.
class Reader {
public:
  Reader(std::string_view text, std::string_view currency) : text_(text), currency_(currency) {}

  struct Word {
    std::string_view name;  ///< empty for the number 1
    int power = 1;
  };

  /// The next word with its power, negative behind `/`; nothing at the end.
  std::optional<Word> next() {
    skip_spaces();
    if (at_ == text_.size()) {
      if (first_) {
        fail("is empty; write for example call/day, or leave `unit` out");
      }
      return std::nullopt;
    }
    int sign = 1;
    if (!first_) {
      const char sign_character = text_[at_];
      if (sign_character != '*' && sign_character != '/') {
        fail(fmt::format("has an unexpected `{}`; write names joined by * and /, such as USD/month/customer", rest()));
      }
      sign = sign_character == '/' ? -1 : 1;
      ++at_;
      skip_spaces();
    }
    first_ = false;
    const std::string_view name = word();
    return Word{name, sign * power()};
  }

  [[noreturn]] void fail(const std::string& what) const { throw InputError(fmt::format("unit `{}` {}", text_, what)); }

private:
  std::string_view word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_byte(text_[at_])) {
      ++at_;
    }
    const std::string_view name = text_.substr(begin, at_ - begin);
    if (name.empty()) {
      fail_without_name();
    }
    if (is_digit(name.front())) {
      if (name != "1") {
        fail(fmt::format("has the number {}; the only number in a unit is 1, as in 1/month", name));
      }
      return {};
    }
    check(name);
    return name;
  }

  [[noreturn]] void fail_without_name() const {
    if (at_ == text_.size()) {
      fail("ends where a name should follow");
    }
    if (text_[at_] == '%') {
      fail("has a %; a share has no unit: write the figure with %, as in 27%, and leave `unit` out");
    }
    if (text_[at_] == '(') {
      fail("has parentheses; write a/b/c for a/(b*c)");
    }
    fail(fmt::format("has an unexpected `{}`; write names joined by * and /, such as USD/month/customer", rest()));
  }

  void check(std::string_view name) const {
    if (name == currency_) {
      return;
    }
    if (lower(name) == lower(currency_)) {
      fail(fmt::format("has `{}`; the currency is written {}", name, currency_));
    }
    if (std::find(currencies.begin(), currencies.end(), name) != currencies.end() && !currency_.empty()) {
      fail(fmt::format("has the currency {}; the currency of this scenario is {}", name, currency_));
    }
    const std::string small = lower(name);
    for (const auto& [abbreviation, full] : abbreviations) {
      if (small == abbreviation) {
        fail(fmt::format("has `{}`; write {}", name, full));
      }
    }
  }

  int power() {
    skip_spaces();
    if (at_ == text_.size() || text_[at_] != '^') {
      return 1;
    }
    ++at_;
    skip_spaces();
    int exponent = 0;
    const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), exponent);
    const bool whole = end == text_.data() + text_.size() || (*end != '.' && !is_name_byte(*end));
    if (error != std::errc() || !whole || exponent == 0 || std::abs(exponent) > Unit::max_power) {
      fail(fmt::format("has a power that is not a whole number from -{0} to {0} other than 0", Unit::max_power));
    }
    at_ = static_cast<std::size_t>(end - text_.data());
    return exponent;
  }

  /// What follows, cut to a length that fits a message.
  [[nodiscard]] std::string_view rest() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != ' ') {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') {
      ++at_;
    }
  }

  std::string_view text_;
  std::string_view currency_;
  std::size_t at_ = 0;
  bool first_ = true;
};

}  // namespace

Unit Unit::parse(std::string_view text, std::string_view currency) {
  Unit unit;
  Reader reader(text, currency);
  while (const auto word = reader.next()) {
    if (word->name.empty()) {
      continue;
    }
    const std::string stem = word->name == currency ? lower(currency) : stem_of(word->name);
    const TimeName* time = find_time(stem);
    unit.multiply_by({stem, std::string(time != nullptr ? time->name : word->name), word->power});
  }
  return unit;
}

void Unit::multiply_by(const Factor& factor) {
  const auto same =
      std::find_if(factors_.begin(), factors_.end(), [&](const Factor& mine) { return mine.stem == factor.stem; });
  if (same == factors_.end()) {
    factors_.push_back(factor);
    return;
  }
  same->power += factor.power;
  if (std::abs(same->power) > max_power) {
    throw InputError(fmt::format("a unit with {}^{} is beyond what is supported, powers from -{} to {}", same->shown,
                                 same->power, max_power, max_power));
  }
  if (same->power == 0) {
    factors_.erase(same);
  }
}

Unit Unit::of_things() const {
  Unit things;
  std::copy_if(factors_.begin(), factors_.end(), std::back_inserter(things.factors_),
               [](const Factor& factor) { return find_time(factor.stem) == nullptr; });
  std::sort(things.factors_.begin(), things.factors_.end(),
            [](const Factor& a, const Factor& b) { return a.stem < b.stem; });
  return things;
}

int Unit::time_power() const {
  int power = 0;
  for (const Factor& factor : factors_) {
    power += find_time(factor.stem) != nullptr ? factor.power : 0;
  }
  return power;
}

bool Unit::same_kind(const Unit& other) const {
  const Unit mine = of_things();
  const Unit theirs = other.of_things();
  return time_power() == other.time_power() &&
         std::equal(mine.factors_.begin(), mine.factors_.end(), theirs.factors_.begin(), theirs.factors_.end(),
                    [](const Factor& a, const Factor& b) { return a.stem == b.stem && a.power == b.power; });
}

double Unit::factor_to(const Unit& other) const {
  if (!same_kind(other)) {
    throw std::logic_error(fmt::format("no factor from {} to {}", text(), other.text()));
  }
  // Products of whole numbers, divided once: exact until the division as long as they stay below 2^53.
  double above = 1.0;
  double below = 1.0;
  const Unit ratio = *this / other;
  for (const Factor& factor : ratio.factors_) {
    const double seconds = find_time(factor.stem)->seconds;
    for (int i = 0; i < std::abs(factor.power); ++i) {
      (factor.power > 0 ? above : below) *= seconds;
    }
  }
  return above / below;
}

std::string Unit::text() const {
  std::string above;
  std::string below;
  for (const Factor& factor : factors_) {
    const int power = std::abs(factor.power);
    const std::string name = power == 1 ? factor.shown : fmt::format("{}^{}", factor.shown, power);
    if (factor.power > 0) {
      above += above.empty() ? name : "*" + name;
    } else {
      below += "/" + name;
    }
  }
  if (factors_.empty()) {
    return "a pure number";
  }
  return (above.empty() ? "1" : above) + below;
}

Unit Unit::power(int exponent) const {
  Unit result;
  for (Factor factor : factors_) {
    if (exponent == 0) {
      break;
    }
    if (std::abs(exponent) > max_power || std::abs(factor.power * exponent) > max_power) {
      throw InputError(fmt::format("({})^{} is beyond what is supported, powers from -{} to {}", text(), exponent,
                                   max_power, max_power));
    }
    factor.power *= exponent;
    result.factors_.push_back(std::move(factor));
  }
  return result;
}

Unit operator*(const Unit& a, const Unit& b) {
  Unit product = a;
  for (const Unit::Factor& factor : b.factors_) {
    product.multiply_by(factor);
  }
  return product;
}

Unit operator/(const Unit& a, const Unit& b) {
  return a * b.power(-1);
}

std::optional<Unit> Unit::root(int degree) const {
  Unit result;
  for (Factor factor : factors_) {
    if (factor.power % degree != 0) {
      return std::nullopt;
    }
    factor.power /= degree;
    result.factors_.push_back(std::move(factor));
  }
  return result;
}

}  // namespace wayworth::engine

#include "scenarios/formulas/formula_tokens.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <utility>

#include "scenarios/formulas/parse_formula.hpp"
#include "scenarios/yaml/utf8.hpp"

namespace wayworth::scenarios {

namespace {

struct Replacement {
  std::string_view typed;
  std::string_view right;
};

/// Signs that look or read like ours in other keyboards, programs and languages. Longer ones come first.
constexpr std::array replacements{
    Replacement{"**", "^"},
    Replacement{"<>", "!="},
    Replacement{"=<", "<="},
    Replacement{"=>", ">="},
    Replacement{"&&", "if(a, b, 0)"},
    Replacement{"||", "if(a, 1, b)"},
    Replacement{"=", "=="},
    Replacement{"×", "*"},
    Replacement{"·", "*"},
    Replacement{"÷", "/"},
    Replacement{"−", "-"},
    Replacement{"–", "-"},
    Replacement{"—", "-"},
    Replacement{"≤", "<="},
    Replacement{"≥", ">="},
    Replacement{"≠", "!="},
    Replacement{"（", "("},
    Replacement{"）", ")"},
    Replacement{"，", ","},
    Replacement{"％", "%"},
    Replacement{"＋", "+"},
    Replacement{"－", "-"},
    Replacement{"＊", "*"},
    Replacement{"／", "/"},
    Replacement{"\u00A0", " "},
    Replacement{"\u3000", " "},
};
constexpr std::array<std::string_view, 14> signs{"<=", ">=", "==", "!=", "+", "-", "*",
                                                 "/",  "^",  "<",  ">",  "(", ")", ","};
constexpr std::array<std::string_view, 5> currency_signs{"$", "€", "£", "¥", "￥"};

struct SuffixMeaning {
  std::string_view typed;
  int power_of_ten;
  Syntax::Suffix suffix;
};
constexpr std::array suffixes{
    SuffixMeaning{"", 0, Syntax::Suffix::bare},      SuffixMeaning{"k", 3, Syntax::Suffix::bare},
    SuffixMeaning{"M", 6, Syntax::Suffix::bare},     SuffixMeaning{"bn", 9, Syntax::Suffix::bare},
    SuffixMeaning{"%", -2, Syntax::Suffix::percent}, SuffixMeaning{"pp", -2, Syntax::Suffix::percentage_points},
};
constexpr std::array misspelt_suffixes{
    Replacement{"K", "k"},
    Replacement{"m", "M"},
    Replacement{"mn", "M"},
    Replacement{"MM", "M"},
    Replacement{"mio", "M"},
    Replacement{"b", "bn"},
    Replacement{"B", "bn"},
    Replacement{"Bn", "bn"},
    Replacement{"BN", "bn"},
    Replacement{"PP", "pp"},
    Replacement{"bp", "pp (100 bp are 1pp)"},
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Outside ASCII everything is a letter but what Unicode keeps for spaces, punctuation, mathematics and symbols.
bool is_letter(std::uint32_t code) {
  if (code < 0x80) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_';
  }
  const bool latin_sign = (code < 0xC0 && code != 0xAA && code != 0xB5 && code != 0xBA) || code == 0xD7 || code == 0xF7;
  const bool symbol = code >= 0x2000 && code < 0x2C00;
  const bool cjk_punctuation = code >= 0x3000 && code < 0x3040 && code != 0x3005;
  const bool full_width = (code >= 0xFF00 && code < 0xFF21) || (code > 0xFF3A && code < 0xFF41) ||
                          (code > 0xFF5A && code < 0xFF66) || code >= 0xFFE0;
  const bool wide_plane = code > 0xFFFF && (code < 0x20000 || code >= 0x40000);  // emoji and the like
  return !latin_sign && !symbol && !cjk_punctuation && !(full_width && code <= 0xFFFF) && !wide_plane;
}

/// Bytes of the name, without dots, that `text` begins with.
std::size_t name_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size()) {
    const Character next = first_character(text.substr(size));
    if (!is_letter(next.code) && !(size > 0 && next.code < 0x80 && is_digit(static_cast<char>(next.code)))) {
      break;
    }
    size += next.bytes;
  }
  return size;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

struct Mistake {
  std::size_t offset;
  std::string message;
};

class TokenReader {
public:
  explicit TokenReader(std::string_view text) : text_(text) {}

  Token next() {
    while (at_ < text_.size() && is_space(text_[at_])) {
      ++at_;
    }
    if (at_ == text_.size()) {
      return {Token::Kind::end, at_, {}, {}, {}};
    }
    if (is_digit(text_[at_]) || text_[at_] == '.') {
      return number();
    }
    if (name_size(text_.substr(at_)) > 0) {
      return name();
    }
    if (text_[at_] == '"' || text_[at_] == '\'') {
      return quoted_text();
    }
    return sign();
  }

private:
  [[noreturn]] static void fail(std::size_t offset, std::string message) { throw Mistake{offset, std::move(message)}; }

  [[nodiscard]] bool starts_with(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }

  std::size_t skip_digits(std::size_t at) const {
    while (at < text_.size() && is_digit(text_[at])) {
      ++at;
    }
    return at;
  }

  /// Everything up to the next space or sign: what its author takes for one number.
  [[nodiscard]] std::string_view word_at(std::size_t begin) const {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n+-*/^<>=!(),", begin), text_.size());
    return text_.substr(begin, end - begin);
  }

  Token number() {
    const std::size_t begin = at_;
    std::size_t end = skip_digits(begin);
    check_digits(begin, end);
    if (end < text_.size() && text_[end] == '.') {
      const std::size_t fraction = skip_digits(end + 1);
      if (fraction == end + 1) {
        fail(begin, fmt::format("`{}` is not a number; a point is followed by digits", word_at(begin)));
      }
      end = fraction;
    }
    const std::size_t mantissa_end = end;
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      const bool has_sign = end + 1 < text_.size() && (text_[end + 1] == '+' || text_[end + 1] == '-');
      const std::size_t digits = end + (has_sign ? 2 : 1);
      end = skip_digits(digits) > digits ? skip_digits(digits) : end;
    }
    const std::string_view rest = word_at(end);
    const auto suffix = std::find_if(suffixes.begin(), suffixes.end(),
                                     [&](const SuffixMeaning& meaning) { return meaning.typed == rest; });
    if (suffix == suffixes.end()) {
      fail_suffix(begin, end, rest);
    }
    if (end != mantissa_end && !rest.empty() && suffix->power_of_ten > 0) {
      fail(begin,
           fmt::format("`{}` has an exponent and a suffix; write one of them", word_from(begin, end + rest.size())));
    }
    at_ = end + rest.size();
    const std::string_view typed = text_.substr(begin, at_ - begin);
    const double value = value_of(begin, mantissa_end, end, suffix->power_of_ten);
    return {Token::Kind::number, begin, typed, {value, suffix->suffix, std::string(typed)}, {}};
  }

  void check_digits(std::size_t begin, std::size_t end) const {
    const std::string_view word = word_at(begin);
    if (end == begin) {
      const std::string small = lower(word);
      if (small == ".nan" || small == ".inf") {
        fail(begin, fmt::format("`{}` is not a figure; write a finite number", word));
      }
      const bool fraction = word.size() > 1 && is_digit(word[1]);
      fail(begin, fraction ? fmt::format("`{0}` begins with a point; write 0{0}", word)
                           : fmt::format("`{}` is not a number or a name", word));
    }
    if (text_[begin] == '0' && end - begin > 1) {
      fail(begin,
           fmt::format("`{}` begins with 0; write it without leading zeros, and thousands without separators", word));
    }
  }

  [[nodiscard]] std::string_view word_from(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  [[noreturn]] void fail_suffix(std::size_t begin, std::size_t end, std::string_view rest) const {
    const std::string_view typed = word_from(begin, end);
    const auto misspelt = std::find_if(misspelt_suffixes.begin(), misspelt_suffixes.end(),
                                       [&](const Replacement& r) { return r.typed == rest; });
    if (misspelt != misspelt_suffixes.end()) {
      fail(begin, fmt::format("`{0}{1}` has an unknown suffix; write {0}{2}", typed, rest, misspelt->right));
    }
    if (rest.front() == '_' || rest.front() == '\'') {
      fail(begin, fmt::format("`{}{}` has a separator; write the digits alone, or 1.2k for 1200", typed, rest));
    }
    if (typed == "0" && (rest.front() == 'x' || rest.front() == 'X' || rest.front() == 'b')) {
      fail(begin, fmt::format("`{}{}` is not a decimal number; write it in decimal digits", typed, rest));
    }
    for (const std::string_view sign : currency_signs) {
      if (rest.starts_with(sign)) {
        fail(end, fmt::format("`{}` cannot stand in a figure; write {} and say the currency in `unit`", sign, typed));
      }
    }
    for (const Replacement& other : replacements) {
      if (rest.starts_with(other.typed)) {
        fail(end, fmt::format("`{}` is not a sign of this language; write {}", other.typed, other.right));
      }
    }
    fail(begin, fmt::format("`{}{}` is not a number; known suffixes are k, M, bn, % and pp", typed, rest));
  }

  /// Correctly rounded: the suffix moves the decimal exponent before the one conversion to binary.
  [[nodiscard]] double value_of(std::size_t begin, std::size_t mantissa_end, std::size_t end, int power_of_ten) const {
    int exponent = 0;
    bool in_range = true;
    if (end > mantissa_end) {
      const char* first = text_.data() + mantissa_end + 1;
      first += *first == '+' ? 1 : 0;
      in_range =
          std::from_chars(first, text_.data() + end, exponent).ec == std::errc() && exponent < 1000 && exponent > -1000;
    }
    double value = 0.0;
    if (in_range) {
      const std::string decimal =
          fmt::format("{}e{}", word_from(begin, mantissa_end), static_cast<long>(exponent) + power_of_ten);
      in_range = std::from_chars(decimal.data(), decimal.data() + decimal.size(), value).ec == std::errc();
    }
    if (!in_range) {
      fail(begin, fmt::format("`{}` is beyond what a number can hold, 1e-307 to 1e308", word_from(begin, end)));
    }
    return value;
  }

  Token name() {
    const std::size_t begin = at_;
    at_ += name_size(text_.substr(at_));
    while (at_ < text_.size() && text_[at_] == '.') {
      const std::size_t part = name_size(text_.substr(at_ + 1));
      if (part == 0) {
        fail(at_,
             fmt::format("`{}.` ends with a point; a name follows it, as in cardholders.churn", word_from(begin, at_)));
      }
      at_ += 1 + part;
    }
    const std::string_view typed = word_from(begin, at_);
    const std::string small = lower(typed);
    if (small == "nan" || small == "inf" || small == "infinity") {
      fail(begin, fmt::format("`{}` is not a figure; write a finite number", typed));
    }
    return {Token::Kind::name, begin, typed, {}, {}};
  }

  Token quoted_text() {
    const std::size_t begin = at_;
    const std::size_t end = text_.find(text_[begin], begin + 1);
    if (end == std::string_view::npos) {
      fail(begin, "this quote is not closed");
    }
    at_ = end + 1;
    return {Token::Kind::text, begin, word_from(begin + 1, end), {}, {}};
  }

  Token sign() {
    const auto other = std::find_if(replacements.begin(), replacements.end(), [&](const Replacement& r) {
      return starts_with(r.typed) && !(r.typed == "=" && starts_with("=="));
    });
    if (other != replacements.end()) {
      const bool space = other->right == " ";
      fail(at_, space ? std::string("this space is not a plain one; type it again")
                      : fmt::format("`{}` is not a sign of this language; write {}", other->typed, other->right));
    }
    const auto known = std::find_if(signs.begin(), signs.end(), [&](std::string_view s) { return starts_with(s); });
    if (known != signs.end()) {
      const std::size_t begin = at_;
      at_ += known->size();
      return {Token::Kind::sign, begin, *known, {}, {}};
    }
    const std::string_view typed =
        text_.substr(at_, std::max<std::size_t>(1, first_character(text_.substr(at_)).bytes));
    for (const std::string_view sign : currency_signs) {
      if (typed == sign) {
        fail(at_,
             fmt::format("`{}` cannot stand in a figure; write the number alone and say the currency in `unit`", sign));
      }
    }
    if (typed == "%") {
      fail(at_, "a % follows its number without a space, as in 27%");
    }
    if (typed == "[" || typed == "]") {
      fail(at_, "a list cannot stand in a formula; write pert(low, likely, high), or a list as the whole figure");
    }
    fail(at_, fmt::format("`{}` has no meaning in a formula", typed));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_name(std::string_view text) {
  return !text.empty() && name_size(text) == text.size();
}

std::vector<Token> read_tokens(std::string_view formula) {
  TokenReader reader(formula);
  std::vector<Token> tokens;
  try {
    do {
      tokens.push_back(reader.next());
    } while (tokens.back().kind != Token::Kind::end);
  } catch (Mistake& mistake) {
    tokens.push_back({Token::Kind::mistake, mistake.offset, {}, {}, std::move(mistake.message)});
  }
  return tokens;
}

}  // namespace wayworth::scenarios

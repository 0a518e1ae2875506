#include "scenarios/formulas/parse_formula.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "scenarios/formulas/formula_tokens.hpp"

namespace wayworth::scenarios {

namespace {

struct Operator {
  std::string_view sign;
  int strength;  ///< binds tighter the higher
  bool chains;   ///< a - b - c may be written
};
constexpr std::array operators{
    Operator{"to", 1, false}, Operator{"<", 2, false},  Operator{"<=", 2, false}, Operator{">", 2, false},
    Operator{">=", 2, false}, Operator{"==", 2, false}, Operator{"!=", 2, false}, Operator{"+", 3, true},
    Operator{"-", 3, true},   Operator{"*", 4, true},   Operator{"/", 4, true},
};

const Operator* find_operator(const Token& token) {
  if (token.kind != Token::Kind::sign && token.kind != Token::Kind::name) {
    return nullptr;
  }
  const auto found = std::find_if(operators.begin(), operators.end(),
                                  [&](const Operator& candidate) { return candidate.sign == token.text; });
  return found == operators.end() ? nullptr : &*found;
}

/// What is wrong in a formula, and the byte at which.
struct Mistake {
  std::size_t offset;
  std::string message;
};

/// Recursive descent with precedence climbing.
/// Source: Richards and Whitby-Strevens, "BCPL: the language and its compiler", 1979 (section 6.6).
class Parser {
public:
  Parser(const DocumentNode& figure, std::vector<Token> tokens) : figure_(figure), tokens_(std::move(tokens)) {}

  Syntax parse() {
    Tree whole = expression(1);
    if (peek().kind != Token::Kind::end) {
      fail_after_value();
    }
    return std::move(whole.syntax);
  }

private:
  struct Tree {
    Syntax syntax;
    std::size_t depth = 1;
  };

  /// Counts how deep the parser is in itself.
  class Level {
  public:
    explicit Level(Parser& parser) : parser_(parser) { parser_.check_depth(++parser_.level_, parser_.peek().offset); }
    ~Level() { --parser_.level_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

  private:
    Parser& parser_;
  };

  [[noreturn]] static void fail(std::size_t offset, std::string message) { throw Mistake{offset, std::move(message)}; }

  void check_depth(std::size_t depth, std::size_t offset) const {
    if (depth > max_formula_depth) {
      fail(offset,
           fmt::format("the formula is more than {} levels deep; name its parts as drivers", max_formula_depth));
    }
  }

  [[nodiscard]] const Token& peek() const { return tokens_[at_]; }
  [[nodiscard]] bool at_sign(std::string_view sign) const {
    return peek().kind == Token::Kind::sign && peek().text == sign;
  }
  const Token& take() {
    if (peek().kind == Token::Kind::mistake) {
      fail(peek().offset, peek().message);
    }
    return tokens_[at_++];
  }

  Tree make_call(const Token& token, std::string function, std::vector<Tree> arguments) const {
    Syntax::Call call{std::move(function), {}};
    std::size_t depth = 0;
    for (Tree& argument : arguments) {
      depth = std::max(depth, argument.depth);
      call.arguments.push_back(std::move(argument.syntax));
    }
    check_depth(depth + 1, token.offset);
    return {{std::move(call), figure_.place_of(token.offset)}, depth + 1};
  }

  Tree make_binary(const Token& token, Tree left, Tree right) const {
    std::vector<Tree> arguments;
    arguments.push_back(std::move(left));
    arguments.push_back(std::move(right));
    return make_call(token, std::string(token.text), std::move(arguments));
  }

  /// Operators that bind at least as tightly as `least`.
  Tree expression(int least) {
    Tree left = signed_value();
    const Operator* last = nullptr;
    for (const Operator* next = find_operator(peek()); next != nullptr && next->strength >= least;
         next = find_operator(peek())) {
      const Token token = take();
      if (last != nullptr && !next->chains && last->strength == next->strength) {
        fail(token.offset, fmt::format("`{}` cannot follow `{}`; use parentheses, or two comparisons with if()",
                                       next->sign, last->sign));
      }
      left = make_binary(token, std::move(left), expression(next->strength + 1));
      last = next;
    }
    return left;
  }

  Tree signed_value() {
    const Level level(*this);
    if (at_sign("-")) {
      const Token token = take();
      std::vector<Tree> argument;
      argument.push_back(signed_value());
      return make_call(token, std::string(negation), std::move(argument));
    }
    if (at_sign("+")) {
      take();
      return signed_value();
    }
    Tree base = value();
    if (!at_sign("^")) {
      return base;
    }
    const Token token = take();
    return make_binary(token, std::move(base), signed_value());
  }

  Tree value() {
    const Token token = take();
    if (token.kind == Token::Kind::number) {
      return {{token.number, figure_.place_of(token.offset)}, 1};
    }
    if (token.kind == Token::Kind::name && token.text != "to") {
      return at_sign("(") ? call(token)
                          : Tree{{Syntax::Name{std::string(token.text)}, figure_.place_of(token.offset)}, 1};
    }
    if (token.kind == Token::Kind::text) {
      return {{Syntax::Text{std::string(token.text)}, figure_.place_of(token.offset)}, 1};
    }
    if (token.kind == Token::Kind::sign && token.text == "(") {
      Tree inner = expression(1);
      close(token);
      return inner;
    }
    fail(token.offset, token.kind == Token::Kind::end ? std::string("the formula ends where a value should follow")
                                                      : fmt::format("a value is missing before `{}`", token.text));
  }

  Tree call(const Token& name) {
    const Token open = take();
    std::vector<Tree> arguments;
    if (!at_sign(")")) {
      arguments.push_back(expression(1));
      while (at_sign(",")) {
        take();
        arguments.push_back(expression(1));
      }
    }
    close(open);
    return make_call(name, std::string(name.text), std::move(arguments));
  }

  void close(const Token& open) {
    if (peek().kind == Token::Kind::end) {
      fail(open.offset, "this `(` is not closed");
    }
    if (!at_sign(")")) {
      fail_after_value();
    }
    take();
  }

  /// A value has ended and what follows cannot follow it.
  [[noreturn]] void fail_after_value() const {
    const Token& token = peek();
    if (token.kind == Token::Kind::mistake) {
      fail(token.offset, token.message);
    }
    if (token.text == ")") {
      fail(token.offset, "this `)` closes nothing");
    }
    if (token.text == ",") {
      fail(token.offset, "a comma only stands between the arguments of a function; write 1000 or 1k for 1,000");
    }
    const bool two_numbers =
        token.kind == Token::Kind::number && at_ > 0 && tokens_[at_ - 1].kind == Token::Kind::number;
    fail(token.offset, two_numbers
                           ? fmt::format("an operator is missing before `{}`; thousands have no spaces", token.text)
                           : fmt::format("an operator is missing before `{}`", token.text));
  }

  const DocumentNode& figure_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::size_t level_ = 0;
};

}  // namespace

std::optional<Syntax> parse_formula(const DocumentNode& figure, std::string_view path, Problems& problems) {
  if (figure.is_list() || figure.is_map()) {
    problems.error(figure.place, std::string(path),
                   fmt::format("must be a number or a formula, not {}", name_of(figure.kind)));
    return std::nullopt;
  }
  if (figure.is_null() || figure.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.error(figure.place, std::string(path), "is empty; write a number or a formula");
    return std::nullopt;
  }
  if (figure.text.size() > max_formula_bytes) {
    problems.error(figure.place, std::string(path),
                   fmt::format("is longer than {} characters; name its parts as drivers", max_formula_bytes));
    return std::nullopt;
  }
  try {
    return Parser(figure, read_tokens(figure.text)).parse();
  } catch (const Mistake& mistake) {
    problems.error(figure.place_of(mistake.offset), std::string(path), mistake.message);
    return std::nullopt;
  }
}

}  // namespace wayworth::scenarios

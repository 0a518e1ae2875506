#pragma once

#include <yaml-cpp/eventhandler.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "scenarios/messages/problems.hpp"
#include "scenarios/yaml/document.hpp"
#include "scenarios/yaml/source_text.hpp"

namespace wayworth::scenarios {

/// Ends the parse: nothing behind this place can be understood.
struct Stop {
  std::size_t byte;
  std::string message;
};

/// Builds the tree of a document from the parser's events, strictly as document.hpp says.
class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  DocumentNode take_root() { return std::move(root_); }

  /// Where the innermost [ or { that is not closed stands.
  [[nodiscard]] std::optional<std::size_t> open_bracket() const;

  // All of them throw a Stop.
  void OnDocumentStart(const YAML::Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override;
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override;
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

private:
  /// Unquoted text in [...] or {...} that has more ( than ), so that the commas which follow belong to it.
  struct OpenText {
    std::size_t begin;  ///< byte of its first character
    std::size_t end;    ///< behind the last character that is known to belong to it
    int open;           ///< how many parentheses wait for their partner
  };

  /// A list or a map that is not closed yet.
  struct Frame {
    DocumentNode node;
    std::size_t begin = 0;
    bool flow = false;
    YAML::anchor_t anchor = 0;
    std::size_t weight = 1;
    std::size_t height = 1;
    std::unordered_map<std::string, Place> keys;  ///< of a map, with the place of each
    std::optional<DocumentEntry> entry;           ///< of a map: the key whose value comes next
    std::size_t key_begin = 0;
    bool key_is_plain = false;
    bool is_key = false;  ///< stands where a key should; refused when it ends, as it may only lack its end
    std::optional<OpenText> open_text;
  };

  /// A finished value: its cost in nodes once more when an alias repeats it, and how many levels it has.
  struct Finished {
    DocumentNode node;
    std::size_t weight = 1;
    std::size_t height = 0;
  };

  [[nodiscard]] bool expects_key() const;
  void spend(std::size_t weight, std::size_t byte);
  [[nodiscard]] std::size_t after_anchor(std::size_t begin, YAML::anchor_t anchor) const;
  void check_text(std::string_view text, bool quoted, std::size_t begin) const;
  [[nodiscard]] bool closes(char quote, std::size_t begin) const;
  Place place_of_null(std::size_t byte);

  void start_entry(const std::string& key, std::size_t begin, bool quoted);
  void start(DocumentNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style);
  void end();
  bool finish(Finished value, YAML::anchor_t anchor);
  bool place_value(Finished value);
  bool add_entry(Frame& frame);
  [[nodiscard]] std::string path() const;

  // `{value: normal(62k, 5k)}` comes as the value `normal(62k` and the key `5k)` without a value.
  [[nodiscard]] bool continues_text() const;
  void continue_text();
  void extend(Frame& frame, std::size_t begin, std::string_view text);
  void leave_open_text();

  SourceText& source_;
  Problems& problems_;
  DocumentNode root_;
  std::vector<Frame> frames_;
  std::unordered_map<YAML::anchor_t, Finished> anchors_;
  std::size_t spent_ = 0;
  int documents_ = 0;
};

}  // namespace wayworth::scenarios

#include "scenarios/yaml/parse_yaml.hpp"

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <utility>

#include "scenarios/yaml/text_places.hpp"

namespace wayworth::scenarios {

namespace {

/// Ends the parse: nothing behind this place can be understood.
struct Stop {
  std::size_t byte;
  std::string message;
};

/// Unquoted text in [...] or {...} that has more ( than ), so that the commas which follow belong to it.
struct OpenText {
  std::size_t begin;  ///< byte of its first character
  std::size_t end;    ///< behind the last character that is known to belong to it
  int open;           ///< how many parentheses wait for their partner
};

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

std::size_t weight_of(std::string_view text) {
  return 1 + text.size() / 64;
}

int open_parentheses(std::string_view text) {
  int open = 0;
  for (const char c : text) {
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
  }
  return open;
}

/// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
public:
  TreeBuilder(SourceText& source, Problems& problems) : source_(source), problems_(problems) {}

  DocumentNode take_root() { return std::move(root_); }

  /// Where the innermost [ or { that is not closed stands.
  [[nodiscard]] std::optional<std::size_t> open_bracket() const {
    const auto frame = std::find_if(frames_.rbegin(), frames_.rend(), [&](const Frame& f) {
      return f.flow && (source_.text()[f.begin] == '[' || source_.text()[f.begin] == '{');
    });
    return frame == frames_.rend() ? std::nullopt : std::optional(frame->begin);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) {
      throw Stop{byte_of(mark),
                 "a second document begins here; a scenario is one document: remove the line with --- or ..."};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (expects_key()) {
      throw Stop{byte_of(mark), "a key is missing here; put it in quotes if it is the word null or the sign ~"};
    }
    if (continues_text()) {
      continue_text();
      return;
    }
    leave_open_text();
    Finished value;
    value.node.place = place_of_null(byte_of(mark));
    finish(std::move(value), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (expects_key()) {
      throw Stop{byte_of(mark), "a key cannot be an alias; write it out"};
    }
    leave_open_text();
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw Stop{byte_of(mark), "an alias cannot stand inside the value that it repeats"};
    }
    if (frames_.size() + found->second.height > max_depth) {
      throw too_deep(byte_of(mark));
    }
    spend(found->second.weight, byte_of(mark));
    place_value(Finished(found->second));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    const std::size_t begin = after_anchor(byte_of(mark), anchor);
    refuse_tag(tag, begin);
    const bool quoted = tag == "!";
    check_text(text, quoted, begin);
    if (expects_key()) {
      start_entry(text, begin, quoted);
      return;
    }
    Frame* frame = frames_.empty() ? nullptr : &frames_.back();
    if (frame != nullptr && frame->node.is_list() && frame->open_text && !quoted && anchor == 0) {
      extend(*frame, begin, text);
      return;
    }
    leave_open_text();
    Finished value;
    value.node.kind = DocumentNode::Kind::scalar;
    value.node.quoted = quoted;
    value.node.text = text;
    value.node.place = source_.place_of(begin);
    value.node.text_places = find_text_places(text, source_, begin);
    value.weight = weight_of(text);
    spend(value.weight, begin);
    const int open = frame != nullptr && frame->flow && !quoted && anchor == 0 ? open_parentheses(text) : 0;
    const bool is_placed = finish(std::move(value), anchor);
    if (is_placed && open > 0) {
      frame->open_text = OpenText{begin, begin + text.size(), open};
    }
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    start(DocumentNode::Kind::list, mark, tag, anchor, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    start(DocumentNode::Kind::map, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapEnd() override { end(); }

private:
  static std::size_t byte_of(const YAML::Mark& mark) { return static_cast<std::size_t>(std::max(mark.pos, 0)); }

  static Stop too_deep(std::size_t byte) {
    return {byte, fmt::format("lists and maps are more than {} deep inside each other", max_depth)};
  }

  [[nodiscard]] bool expects_key() const {
    return !frames_.empty() && frames_.back().node.is_map() && !frames_.back().entry;
  }

  void spend(std::size_t weight, std::size_t byte) {
    spent_ += weight;
    if (spent_ > max_nodes) {
      throw Stop{byte,
                 fmt::format("the file has more than {} values, counting every repetition by an alias", max_nodes)};
    }
  }

  /// The parser places an anchored value at its anchor: `&name value`.
  [[nodiscard]] std::size_t after_anchor(std::size_t begin, YAML::anchor_t anchor) const {
    const std::string_view text = source_.text();
    if (anchor == 0 || begin >= text.size() || text[begin] != '&') {
      return begin;
    }
    const std::size_t name_end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::size_t value = text.find_first_not_of(" \t\r\n", name_end);
    return value == std::string_view::npos ? begin : value;
  }

  void refuse_tag(const std::string& tag, std::size_t byte) const {
    if (!tag.empty() && tag != "?" && tag != "!") {
      throw Stop{byte, "tags (!...) are not supported; put text that begins with ! in quotes"};
    }
  }

  void check_text(std::string_view text, bool quoted, std::size_t begin) const {
    if (!quoted) {
      return;
    }
    const char quote = source_.text()[std::min(begin, source_.text().size() - 1)];
    if ((quote == '"' || quote == '\'') && !closes(quote, begin)) {
      throw Stop{begin, fmt::format("the {} that opens here is never closed", quote)};
    }
    if (find_bad_text(text)) {
      throw Stop{begin, "an escape sequence in these quotes gives a character that is not text; remove it"};
    }
  }

  /// Whether the quote at `begin` has a partner; the parser itself takes the end of the file for one.
  [[nodiscard]] bool closes(char quote, std::size_t begin) const {
    const std::string_view text = source_.text();
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
      if (quote == '"' && text[at] == '\\') {
        ++at;
      } else if (text[at] == quote) {
        if (quote == '"' || at + 1 == text.size() || text[at + 1] != quote) {
          return true;
        }
        ++at;
      }
    }
    return false;
  }

  /// The parser places a missing value at what follows; it belongs to its key, or to its dash.
  Place place_of_null(std::size_t byte) {
    if (!frames_.empty() && frames_.back().entry) {
      return frames_.back().entry->key_place;
    }
    const std::string_view text = source_.text();
    if (byte < text.size() && text[byte] == '~') {
      return source_.place_of(byte);
    }
    const std::size_t before = text.substr(0, byte).find_last_not_of(" \t\r\n");
    return source_.place_of(before != std::string_view::npos && text[before] == '-' ? before : byte);
  }

  void start_entry(const std::string& key, std::size_t begin, bool quoted) {
    Frame& frame = frames_.back();
    if (key == "<<" && !quoted) {
      throw Stop{begin, "merge keys (<<) are not supported; write the entries out"};
    }
    frame.entry = DocumentEntry{key, source_.place_of(begin), {}};
    frame.key_begin = begin;
    frame.key_is_plain = !quoted;
    spend(weight_of(key), begin);
  }

  void start(DocumentNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    const std::size_t begin = after_anchor(byte_of(mark), anchor);
    refuse_tag(tag, begin);
    const bool is_key = expects_key();
    leave_open_text();
    if (frames_.size() >= max_depth) {
      throw too_deep(begin);
    }
    spend(1, begin);
    Frame frame;
    frame.node.kind = kind;
    frame.node.place = source_.place_of(begin);
    frame.begin = begin;
    frame.flow = style == YAML::EmitterStyle::Flow;
    frame.anchor = anchor;
    frame.is_key = is_key;
    frames_.push_back(std::move(frame));
  }

  void end() {
    leave_open_text();
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.is_key) {
      throw Stop{frame.begin, "a key cannot be a list or a map; write plain text"};
    }
    finish({std::move(frame.node), frame.weight, frame.height}, frame.anchor);
  }

  bool finish(Finished value, YAML::anchor_t anchor) {
    if (anchor != 0) {
      spend(value.weight, 0);
      anchors_.insert_or_assign(anchor, value);
    }
    return place_value(std::move(value));
  }

  /// Puts a value where it belongs; false when that entry stands there already.
  bool place_value(Finished value) {
    if (frames_.empty()) {
      root_ = std::move(value.node);
      return true;
    }
    Frame& frame = frames_.back();
    frame.weight += value.weight;
    frame.height = std::max(frame.height, value.height + 1);
    if (frame.node.is_list()) {
      frame.node.items.push_back(std::move(value.node));
      return true;
    }
    frame.weight += weight_of(frame.entry->key);
    frame.entry->value = std::move(value.node);
    return add_entry(frame);
  }

  bool add_entry(Frame& frame) {
    const auto [first, is_new] = frame.keys.emplace(frame.entry->key, frame.entry->key_place);
    if (is_new) {
      frame.node.entries.push_back(std::move(*frame.entry));
    } else {
      problems_.error(frame.entry->key_place, path(),
                      fmt::format("stands here a second time; the first is in {}: remove one", line_of(first->second)));
    }
    frame.entry.reset();
    return is_new;
  }

  /// Keys and positions from the root to the entry that is being read.
  [[nodiscard]] std::string path() const {
    std::string result;
    for (const Frame& frame : frames_) {
      if (frame.entry) {
        result += (result.empty() ? "" : ".") + frame.entry->key;
      } else if (frame.node.is_list()) {
        result += fmt::format("[{}]", frame.node.items.size() + 1);
      }
    }
    return result;
  }

  // `{value: normal(62k, 5k)}` comes as the value `normal(62k` and the key `5k)` without a value.

  [[nodiscard]] bool continues_text() const {
    return !frames_.empty() && frames_.back().open_text && frames_.back().entry && frames_.back().key_is_plain;
  }

  void continue_text() {
    Frame& frame = frames_.back();
    const std::string text = std::move(frame.entry->key);
    frame.entry.reset();
    extend(frame, frame.key_begin, text);
  }

  void extend(Frame& frame, std::size_t begin, std::string_view text) {
    frame.open_text->end = begin + text.size();
    frame.open_text->open += open_parentheses(text);
    if (frame.open_text->open <= 0) {
      leave_open_text();
    }
  }

  /// Gives the open text what came to it, as it was typed.
  void leave_open_text() {
    if (frames_.empty() || !frames_.back().open_text) {
      return;
    }
    Frame& frame = frames_.back();
    const auto [begin, end, open] = *frame.open_text;
    DocumentNode& node = frame.node.is_list() ? frame.node.items.back() : frame.node.entries.back().value;
    node.text = source_.text().substr(begin, end - begin);
    node.text_places = find_text_places(node.text, source_, begin);
    frame.open_text.reset();
  }

  SourceText& source_;
  Problems& problems_;
  DocumentNode root_;
  std::vector<Frame> frames_;
  std::unordered_map<YAML::anchor_t, Finished> anchors_;
  std::size_t spent_ = 0;
  int documents_ = 0;
};

/// What a message of the parser means to someone who writes scenarios.
std::string explain(const std::string& message, char found) {
  const auto says = [&](std::string_view text) { return message.find(text) != std::string::npos; };
  if (says(YAML::ErrorMsg::MAP_VALUE)) {
    return "a `:` cannot stand here; check the indentation of this line and the one before, or put text that contains "
           "`: ` "
           "in quotes";
  }
  if (says(YAML::ErrorMsg::BLOCK_ENTRY)) {
    return "a list entry (`- `) cannot begin here; put it on a line of its own, under its key";
  }
  if (says(YAML::ErrorMsg::FLOW_END)) {
    return fmt::format("this `{}` closes nothing; remove it, or add what it should close", found);
  }
  if (says(YAML::ErrorMsg::UNKNOWN_TOKEN)) {
    return fmt::format("a value cannot begin with `{}`; put the text in quotes", found);
  }
  if (says(YAML::ErrorMsg::UNKNOWN_ANCHOR)) {
    return "no value is marked with this name (&name) before; put text that begins with * in quotes";
  }
  if (says(YAML::ErrorMsg::INVALID_ESCAPE)) {
    return "unknown escape sequence; write \\\\ for a backslash, or use single quotes";
  }
  if (says("end of map") || says("end of sequence")) {
    return "this does not belong to what stands before it; check the indentation, and the quotes of the line before";
  }
  return fmt::format("not valid YAML: {}", message);
}

Stop explain(const YAML::Exception& error, const TreeBuilder& tree, std::string_view text) {
  const auto byte = std::min(static_cast<std::size_t>(std::max(error.mark.pos, 0)), text.size());
  const bool in_flow = error.msg == YAML::ErrorMsg::END_OF_MAP_FLOW || error.msg == YAML::ErrorMsg::END_OF_SEQ_FLOW;
  if (const auto bracket = tree.open_bracket(); in_flow && bracket) {
    return {*bracket, fmt::format("the `{}` that opens here is not closed", text[*bracket])};
  }
  const std::size_t line = byte == 0 ? 0 : text.rfind('\n', byte - 1) + 1;
  const std::size_t word = std::min(text.find_first_not_of(" \t", line), text.size());
  if (const std::size_t tab = text.substr(line, word - line).find('\t'); tab != std::string_view::npos) {
    return {line + tab, "the line is indented with a tab; use spaces"};
  }
  return {byte, explain(error.msg, byte < text.size() ? text[byte] : ' ')};
}

/// The text as a stream, without a copy of it.
class TextStream : private std::streambuf, public std::istream {
public:
  explicit TextStream(std::string_view text) : std::istream(static_cast<std::streambuf*>(this)) {
    char* begin = const_cast<char*>(text.data());  // std::streambuf wants it writable; reading leaves it alone
    setg(begin, begin, begin + text.size());
  }
};

}  // namespace

std::optional<DocumentNode> parse_yaml(SourceText& source, Problems& problems) {
  TreeBuilder tree(source, problems);
  try {
    TextStream stream(source.text());
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(tree)) {
    }
    return tree.take_root();
  } catch (const Stop& stop) {
    problems.error(source.place_of(stop.byte), "", stop.message);
  } catch (const YAML::Exception& error) {
    const Stop stop = explain(error, tree, source.text());
    problems.error(source.place_of(stop.byte), "", stop.message);
  }
  return std::nullopt;
}

}  // namespace wayworth::scenarios

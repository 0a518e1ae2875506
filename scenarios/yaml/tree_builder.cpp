#include "scenarios/yaml/tree_builder.hpp"

#include <fmt/core.h>
#include <yaml-cpp/mark.h>

#include <algorithm>
#include <utility>

#include "scenarios/yaml/text_places.hpp"

namespace wayworth::scenarios {

namespace {

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

std::size_t byte_of(const YAML::Mark& mark) {
  return static_cast<std::size_t>(std::max(mark.pos, 0));
}

Stop too_deep(std::size_t byte) {
  return {byte, fmt::format("lists and maps are more than {} deep inside each other", max_depth)};
}

void refuse_tag(const std::string& tag, std::size_t byte) {
  if (!tag.empty() && tag != "?" && tag != "!") {
    throw Stop{byte, "tags (!...) are not supported; put text that begins with ! in quotes"};
  }
}

}  // namespace

std::optional<std::size_t> TreeBuilder::open_bracket() const {
  const auto frame = std::find_if(frames_.rbegin(), frames_.rend(), [&](const Frame& f) {
    return f.flow && (source_.text()[f.begin] == '[' || source_.text()[f.begin] == '{');
  });
  return frame == frames_.rend() ? std::nullopt : std::optional(frame->begin);
}

void TreeBuilder::OnDocumentStart(const YAML::Mark& mark) {
  if (documents_++ > 0) {
    throw Stop{byte_of(mark),
               "a second document begins here; a scenario is one document: remove the line with --- or ..."};
  }
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
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

void TreeBuilder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
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

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& text) {
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

void TreeBuilder::OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                                  YAML::EmitterStyle::value style) {
  start(DocumentNode::Kind::list, mark, tag, anchor, style);
}

void TreeBuilder::OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                             YAML::EmitterStyle::value style) {
  start(DocumentNode::Kind::map, mark, tag, anchor, style);
}

bool TreeBuilder::expects_key() const {
  return !frames_.empty() && frames_.back().node.is_map() && !frames_.back().entry;
}

void TreeBuilder::spend(std::size_t weight, std::size_t byte) {
  spent_ += weight;
  if (spent_ > max_nodes) {
    throw Stop{byte, fmt::format("the file has more than {} values, counting every repetition by an alias", max_nodes)};
  }
}

/// The parser places an anchored value at its anchor: `&name value`.
std::size_t TreeBuilder::after_anchor(std::size_t begin, YAML::anchor_t anchor) const {
  const std::string_view text = source_.text();
  if (anchor == 0 || begin >= text.size() || text[begin] != '&') {
    return begin;
  }
  const std::size_t name_end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
  const std::size_t value = text.find_first_not_of(" \t\r\n", name_end);
  return value == std::string_view::npos ? begin : value;
}

void TreeBuilder::check_text(std::string_view text, bool quoted, std::size_t begin) const {
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
bool TreeBuilder::closes(char quote, std::size_t begin) const {
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
Place TreeBuilder::place_of_null(std::size_t byte) {
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

void TreeBuilder::start_entry(const std::string& key, std::size_t begin, bool quoted) {
  Frame& frame = frames_.back();
  if (key == "<<" && !quoted) {
    throw Stop{begin, "merge keys (<<) are not supported; write the entries out"};
  }
  frame.entry = DocumentEntry{key, source_.place_of(begin), {}};
  frame.key_begin = begin;
  frame.key_is_plain = !quoted;
  spend(weight_of(key), begin);
}

void TreeBuilder::start(DocumentNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
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

void TreeBuilder::end() {
  leave_open_text();
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.is_key) {
    throw Stop{frame.begin, "a key cannot be a list or a map; write plain text"};
  }
  finish({std::move(frame.node), frame.weight, frame.height}, frame.anchor);
}

bool TreeBuilder::finish(Finished value, YAML::anchor_t anchor) {
  if (anchor != 0) {
    spend(value.weight, 0);
    anchors_.insert_or_assign(anchor, value);
  }
  return place_value(std::move(value));
}

/// Puts a value where it belongs; false when that entry stands there already.
bool TreeBuilder::place_value(Finished value) {
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

bool TreeBuilder::add_entry(Frame& frame) {
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
std::string TreeBuilder::path() const {
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

bool TreeBuilder::continues_text() const {
  return !frames_.empty() && frames_.back().open_text && frames_.back().entry && frames_.back().key_is_plain;
}

void TreeBuilder::continue_text() {
  Frame& frame = frames_.back();
  const std::string text = std::move(frame.entry->key);
  frame.entry.reset();
  extend(frame, frame.key_begin, text);
}

void TreeBuilder::extend(Frame& frame, std::size_t begin, std::string_view text) {
  frame.open_text->end = begin + text.size();
  frame.open_text->open += open_parentheses(text);
  if (frame.open_text->open <= 0) {
    leave_open_text();
  }
}

/// Gives the open text what came to it, as it was typed.
void TreeBuilder::leave_open_text() {
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

}  // namespace wayworth::scenarios

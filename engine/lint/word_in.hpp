#pragma once

#include <span>
#include <string_view>

namespace wayworth::engine {

/// Whether one of `words`, in lower case, is a part of `text` between separators, whatever its case: "Churn rate",
/// "customer_nps" and "NPS (12 months)" have "churn" and "nps", "snps" has not.
bool has_word(std::string_view text, std::span<const std::string_view> words);

}  // namespace wayworth::engine

#include "names/name_pack.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "names/fold.hpp"
#include "support/ascii.hpp"
#include "support/utf8_text.hpp"

namespace tradewarden::names {
namespace {

constexpr std::string_view k_magic = "tradewarden-name-pack";

struct kind_name {
  std::string_view name;
  word_kind kind;
};
constexpr kind_name k_kinds[] = {
    {"legal_form", word_kind::legal_form}, {"organisation", word_kind::organisation},
    {"particle", word_kind::particle},     {"honorific", word_kind::honorific},
    {"place", word_kind::place},           {"generation", word_kind::generation},
    {"theophoric", word_kind::theophoric},
};

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& w : words) out.append(out.empty() ? "" : " ").append(w);
  return out;
}

/// Text of a file in a message: short, and without characters that a terminal would act on.
std::string shown(std::string_view text) {
  std::string out(text.substr(0, 40));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return "'" + out + "'";
}

class pack_reader {
 public:
  pack_reader(const std::string& file, const name_tables& base)
      : file_(file), base_(base), pack_(std::make_shared<name_pack>()) {}

  result<std::shared_ptr<const name_pack>> read(std::string_view text) {
    if (text.size() > k_most_pack_bytes) {
      return problem(errc::limit_exceeded, {}, "a name pack has 64 MiB at most");
    }
    pack_->sha256 = sha256(text);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::size_t entries = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      at = end + 1;
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.find('\0') != std::string_view::npos || !utf8::is_valid(line)) {
        return problem(errc::not_text, {}, "the line is not UTF-8 text");
      }
      if (ascii::trim(line).empty() || line.starts_with('#')) continue;
      auto added = headed_ ? entry(line) : head(line);
      if (!added) return added.error();
      entries += headed_ ? 1U : 0U;
      headed_ = true;
    }
    if (entries == 0) {
      line_ = 0;
      return problem(errc::empty_input, {}, "the name pack has no entry");
    }
    return std::shared_ptr<const name_pack>(std::move(pack_));
  }

 private:
  error problem(errc code, std::string_view field, std::string message) const {
    return error{code, std::move(message) + (line_ == 0 ? "" : " (docs/name-pack.md)"), file_, line_,
                 std::string(field)};
  }

  result<void> head(std::string_view line) {
    const auto fields = fields_of(line);
    if (fields.empty() || fields[0] != k_magic) {
      return problem(errc::bad_syntax, {}, "the first line of a name pack is 'tradewarden-name-pack', "
                                           "a tab and the version 1");
    }
    if (fields.size() != 2 || fields[1] != "1") {
      return problem(errc::bad_value, "version", "this engine reads name packs of version 1");
    }
    return {};
  }

  /// Fields between tabs, trimmed, empty ones kept.
  static std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      out.push_back(ascii::trim(line.substr(at, end - at)));
      at = end + 1;
    }
    return out;
  }

  result<void> entry(std::string_view line) {
    const auto fields = fields_of(line);
    const std::string_view kind = fields[0];
    const std::size_t wanted = kind == "rewrite" || kind == "weight" ? 3 : 2;
    const auto* known = std::find_if(std::begin(k_kinds), std::end(k_kinds),
                                     [&](const kind_name& k) { return k.name == kind; });
    if (known == std::end(k_kinds) && kind != "family" && kind != "rewrite" && kind != "weight") {
      return problem(errc::bad_syntax, "kind", "unknown kind of entry " + shown(kind));
    }
    if (fields.size() != wanted) {
      return problem(errc::bad_syntax, kind,
                     "an entry of this kind has " + std::to_string(wanted) +
                         " fields with a tab between, the line has " + std::to_string(fields.size()));
    }
    if (kind == "family") return family(fields[1]);
    if (kind == "rewrite") return rewritten(fields[1], fields[2]);
    if (kind == "weight") return weight(fields[1], fields[2]);
    return words(kind, known->kind, fields[1]);
  }

  /// The words of a field as names have them after folding.
  result<std::vector<std::string>> folded(std::string_view field, std::string_view text) const {
    std::vector<std::string> out = fold_words(text, base_);
    if (out.empty()) return problem(errc::bad_value, field, "no letter or digit in " + shown(text));
    return out;
  }

  /// A word of a table is looked up after the rewrites: one that they take away is never seen.
  result<void> seen(std::string_view field, const std::string& word) const {
    for (const rewrite& r : base_.rewrites_from(word)) {
      if (r.from.size() == 1) {
        return problem(errc::bad_value, field,
                       shown(word) + " is rewritten to " + shown(std::string(r.to.front())) +
                           " before words are looked up: give that one");
      }
    }
    return {};
  }

  std::string_view keep(std::string text) {
    pack_->texts.push_back(std::move(text));
    return pack_->texts.back();
  }

  result<void> family(std::string_view text) {
    auto members = folded("family", text);
    if (!members) return members.error();
    std::sort(members->begin(), members->end());
    members->erase(std::unique(members->begin(), members->end()), members->end());
    if (members->size() < 2) return problem(errc::bad_value, "family", "a family has two words or more");
    if (members->size() > k_most_family_members) {
      return problem(errc::limit_exceeded, "family", "a family has 64 words at most");
    }
    if (pack_->families.size() == k_most_pack_families) {
      return problem(errc::limit_exceeded, "family", "a name pack has 50,000 families at most");
    }
    for (const std::string& m : *members) {
      if (m.size() < 2) {
        return problem(errc::bad_value, "family", shown(m) + " is a single letter: an initial");
      }
      if (auto good = seen("family", m); !good) return good.error();
      std::size_t& count = families_of_[m];
      if (count == 0) {
        const auto& ids = base_.look_up(m).families;
        count = static_cast<std::size_t>(
            std::count_if(ids.begin(), ids.end(), [](std::uint16_t id) { return id != 0; }));
      }
      if (++count > k_most_families) {
        return problem(errc::limit_exceeded, "family",
                       shown(m) + " would be in more than 6 families, those of the engine among them");
      }
    }
    pack_->families.push_back(keep(joined(*members)));
    return {};
  }

  result<void> rewritten(std::string_view from, std::string_view to) {
    auto before = folded("from", from);
    if (!before) return before.error();
    auto after = folded("to", to);
    if (!after) return after.error();
    if (before->size() > k_most_rewritten_words) {
      return problem(errc::limit_exceeded, "from", "8 words at most are rewritten at once");
    }
    if (after->size() > k_most_rewrite_words) {
      return problem(errc::limit_exceeded, "to", "a rewrite gives 4 words at most");
    }
    if (*before == *after) return problem(errc::bad_value, "to", "a rewrite to the same words");
    const std::string key = joined(*before);
    const auto [earlier, fresh] = rewrites_.emplace(key, line_);
    if (!fresh) {
      return problem(errc::conflict, "from",
                     shown(key) + " is rewritten in line " + std::to_string(earlier->second) + " too");
    }
    if (auto good = ends(*before, *after); !good) return good;
    pack_->rewrites.push_back({keep(key), keep(joined(*after))});
    rewrites_to_.emplace(key, *after);
    return {};
  }

  using word_run = std::vector<std::string>;

  /// What `words` become by the first rewrite that applies, those of the pack before built-in ones
  /// of the same words; empty if none does. `line` is that of the pack, 0 for a built-in one.
  [[nodiscard]] word_run rewritten_once(const word_run& words, std::uint64_t& line) const {
    for (std::size_t at = 0; at < words.size(); ++at) {
      for (std::size_t n = std::min(words.size() - at, k_most_rewritten_words); n > 0; --n) {
        const std::span<const std::string> run(words.data() + at, n);
        word_run to;
        if (const auto own = rewrites_to_.find(joined(run)); own != rewrites_to_.end()) {
          to = own->second;
          line = rewrites_.at(own->first);
        } else {
          for (const rewrite& r : base_.rewrites_from(words[at])) {
            if (std::equal(r.from.begin(), r.from.end(), run.begin(), run.end())) {
              to.assign(r.to.begin(), r.to.end());
              line = 0;
            }
          }
        }
        if (to.empty()) continue;
        word_run out(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
        out.insert(out.end(), to.begin(), to.end());
        out.insert(out.end(), words.begin() + static_cast<std::ptrdiff_t>(at + n), words.end());
        return out;
      }
    }
    return {};
  }

  /// A rewrite whose result is rewritten back, or into more of itself, has no last form: what a name
  /// became would depend on how often the tables are gone through.
  [[nodiscard]] result<void> ends(const word_run& before, const word_run& after) const {
    constexpr int k_most_steps = 16;
    const auto holds_again = [&](const word_run& words) {
      return std::search(words.begin(), words.end(), before.begin(), before.end()) != words.end();
    };
    word_run now = after;
    std::uint64_t by = line_;
    for (int step = 0; step < k_most_steps && !now.empty(); ++step) {
      if (holds_again(now)) {
        return problem(errc::conflict, "to",
                       "a rewrite in a circle: " + shown(joined(before)) + " becomes " +
                           shown(joined(now)) + place_of(by) + ", which has it again");
      }
      now = rewritten_once(now, by);
    }
    return {};
  }

  [[nodiscard]] std::string place_of(std::uint64_t line) const {
    if (line == line_) return "";
    return line == 0 ? " by a built-in rewrite" : " by line " + std::to_string(line);
  }

  result<void> weight(std::string_view text, std::string_view number) {
    auto token = folded("word", text);
    if (!token) return token.error();
    if (token->size() != 1) return problem(errc::bad_value, "word", "a weight is that of one word");
    if (auto good = seen("word", token->front()); !good) return good.error();
    std::uint32_t value = 0;
    for (const char c : number.substr(0, 4)) {
      if (c < '0' || c > '9') value = 1'000;
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    if (number.empty() || number.size() > 3 || value < 1 || value > k_top_weight) {
      return problem(errc::bad_value, "weight", "a weight is a whole number from 1 to 100");
    }
    if (!weighed_.insert(token->front()).second) {
      return problem(errc::conflict, "word", shown(token->front()) + " has a weight already");
    }
    pack_->weights.push_back({keep(token->front()).data(), static_cast<std::uint8_t>(value)});
    return {};
  }

  result<void> words(std::string_view field, word_kind kind, std::string_view text) {
    auto list = folded(field, text);
    if (!list) return list.error();
    for (const std::string& w : *list) {
      if (auto good = seen(field, w); !good) return good.error();
      if (auto good = role_is_free(field, w, kind); !good) return good.error();
    }
    pack_->words.push_back({kind, keep(joined(*list))});
    return {};
  }

  /// A word has one role: a legal form that were a place as well would count as neither.
  result<void> role_is_free(std::string_view field, const std::string& w, word_kind kind) {
    if (kind == word_kind::theophoric) return {};  // beside any other: names are made of such words
    const word& known = base_.look_up(w);
    const std::pair<bool, word_kind> roles[] = {
        {known.is_legal_form, word_kind::legal_form}, {known.is_organisation_word, word_kind::organisation},
        {known.is_particle, word_kind::particle},     {known.is_honorific, word_kind::honorific},
        {known.is_place, word_kind::place},           {known.is_generation, word_kind::generation},
    };
    const bool has_it = std::any_of(std::begin(roles), std::end(roles),
                                    [&](const auto& r) { return r.first && r.second == kind; });
    for (const auto& [has, other] : roles) {
      if (has && !has_it) {
        return problem(errc::conflict, field, shown(w) + " is " + role_text(other) +
                                                  " in the built-in tables: it cannot be " +
                                                  role_text(kind) + " as well");
      }
    }
    const auto [earlier, fresh] = roles_of_.try_emplace(w, std::pair(kind, line_));
    if (!fresh && earlier->second.first != kind) {
      return problem(errc::conflict, field, shown(w) + " is " + role_text(earlier->second.first) +
                                                " in line " + std::to_string(earlier->second.second));
    }
    return {};
  }

  static std::string role_text(word_kind kind) {
    for (const kind_name& k : k_kinds) {
      if (k.kind != kind) continue;
      std::string name(k.name);
      std::replace(name.begin(), name.end(), '_', ' ');
      return (name.front() == 'o' || name.front() == 'h' ? "an " : "a ") +
             name + (kind == word_kind::organisation ? " word" : "");
    }
    return "a word";
  }

  const std::string& file_;
  const name_tables& base_;
  std::shared_ptr<name_pack> pack_;
  std::uint64_t line_ = 0;
  bool headed_ = false;
  std::map<std::string, std::size_t> families_of_;
  std::map<std::string, std::uint64_t> rewrites_;  // by what is rewritten: the line
  std::map<std::string, std::vector<std::string>> rewrites_to_;
  std::map<std::string, std::pair<word_kind, std::uint64_t>> roles_of_;  // and the line
  std::set<std::string> weighed_;
};

}  // namespace

result<std::shared_ptr<const name_pack>> parse_name_pack(std::string_view text,
                                                         const std::string& file,
                                                         const name_tables& base) {
  return pack_reader(file, base).read(text);
}

}  // namespace tradewarden::names

#include "match/trie_walk.hpp"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 takes the undefined lanes that its own headers begin with for a mistake of the caller.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>
#endif

namespace tradewarden::matching {
namespace {

/// What one step needs to know of the pattern: its letters as vectors, by byte.
struct step {
  const std::uint32_t* positions;  // 256
  std::uint32_t length;
  std::uint32_t depth;  ///< Of the children.
  std::int32_t limit;
  // The cells of a column from which the end can be reached: those at most `limit` off the
  // diagonal. below: the cells before the first of them.
  std::uint32_t below;
  std::uint32_t first;
  std::uint32_t last;
};

constexpr std::uint32_t low_bits(std::uint32_t n) {
  return n >= 32 ? ~std::uint32_t{0} : (std::uint32_t{1} << n) - 1;
}

/// Advances children [from, count) and keeps the live ones; returns how many are kept in all.
std::size_t advance_scalar(const step& s, const trie_walk::level& now, const std::uint32_t* parent,
                           const std::uint32_t* child, const std::uint8_t* labels, std::size_t from,
                           std::size_t count, trie_walk::level& next, std::size_t kept) {
  for (std::size_t i = from; i < count; ++i) {
    const std::uint32_t p = parent[i];
    const std::uint32_t pm = s.positions[labels[child[i]]];
    const std::uint32_t turned = ((~now.d0[p] & pm) << 1U) & now.before[p];
    const std::uint32_t vp_before = now.vp[p];
    const std::uint32_t vn_before = now.vn[p];
    const std::uint32_t d0 = ((((pm & vp_before) + vp_before) ^ vp_before) | pm | vn_before) | turned;
    const std::uint32_t hp = ((vn_before | ~(d0 | vp_before)) << 1U) | 1U;
    const std::uint32_t hn = (d0 & vp_before) << 1U;
    const std::uint32_t vp = hn | ~(d0 | hp);
    const std::uint32_t vn = hp & d0;
    auto value = static_cast<std::int32_t>(s.depth) + std::popcount(vp & s.below) -
                 std::popcount(vn & s.below);
    std::int32_t least = value;
    for (std::uint32_t c = s.first; c < s.last; ++c) {
      value += static_cast<std::int32_t>(vp >> c & 1U) - static_cast<std::int32_t>(vn >> c & 1U);
      least = std::min(least, value);
    }
    next.node[kept] = child[i];
    next.vp[kept] = vp;
    next.vn[kept] = vn;
    next.d0[kept] = d0;
    next.before[kept] = pm;
    kept += least <= s.limit ? 1 : 0;
  }
  return kept;
}

#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bw,avx512vl,avx512vpopcntdq,popcnt,bmi"))) std::size_t
advance_avx512(const step& s, const trie_walk::level& now, const std::uint32_t* parent,
               const std::uint32_t* child, const std::uint8_t* labels, std::size_t count,
               trie_walk::level& next) {
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i below = _mm512_set1_epi32(static_cast<int>(s.below));
  const __m512i depth = _mm512_set1_epi32(static_cast<int>(s.depth));
  const __m512i limit = _mm512_set1_epi32(s.limit);
  std::size_t kept = 0;
  std::size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    const __m512i p = _mm512_loadu_si512(parent + i);
    alignas(64) std::uint32_t letters[16];
    for (std::size_t l = 0; l < 16; ++l) letters[l] = s.positions[labels[child[i + l]]];
    const __m512i pm = _mm512_load_si512(letters);
    const __m512i vp0 = _mm512_i32gather_epi32(p, now.vp.data(), 4);
    const __m512i vn0 = _mm512_i32gather_epi32(p, now.vn.data(), 4);
    const __m512i d00 = _mm512_i32gather_epi32(p, now.d0.data(), 4);
    const __m512i before = _mm512_i32gather_epi32(p, now.before.data(), 4);
    const __m512i turned =
        _mm512_and_si512(_mm512_slli_epi32(_mm512_andnot_si512(d00, pm), 1), before);
    __m512i d0 = _mm512_add_epi32(_mm512_and_si512(pm, vp0), vp0);
    d0 = _mm512_or_si512(_mm512_xor_si512(d0, vp0), _mm512_or_si512(pm, vn0));
    d0 = _mm512_or_si512(d0, turned);
    // 0xF1: a | ~(b | c).
    __m512i hp = _mm512_ternarylogic_epi32(vn0, d0, vp0, 0xF1);
    hp = _mm512_or_si512(_mm512_slli_epi32(hp, 1), one);
    const __m512i hn = _mm512_slli_epi32(_mm512_and_si512(d0, vp0), 1);
    const __m512i vp = _mm512_ternarylogic_epi32(hn, d0, hp, 0xF1);
    const __m512i vn = _mm512_and_si512(hp, d0);
    __m512i value = _mm512_sub_epi32(
        _mm512_add_epi32(depth, _mm512_popcnt_epi32(_mm512_and_si512(vp, below))),
        _mm512_popcnt_epi32(_mm512_and_si512(vn, below)));
    __m512i least = value;
    for (std::uint32_t c = s.first; c < s.last; ++c) {
      const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(c));
      value = _mm512_add_epi32(value, _mm512_and_si512(_mm512_srl_epi32(vp, shift), one));
      value = _mm512_sub_epi32(value, _mm512_and_si512(_mm512_srl_epi32(vn, shift), one));
      least = _mm512_min_epi32(least, value);
    }
    const __mmask16 live = _mm512_cmple_epi32_mask(least, limit);
    if (live == 0) continue;
    const auto put = [&](std::vector<std::uint32_t>& to, __m512i v)
        __attribute__((target("avx512f,avx512bw,avx512vl,avx512vpopcntdq,popcnt,bmi"))) {
      _mm512_storeu_si512(to.data() + kept, _mm512_maskz_compress_epi32(live, v));
    };
    put(next.node, _mm512_loadu_si512(child + i));
    put(next.vp, vp);
    put(next.vn, vn);
    put(next.d0, d0);
    put(next.before, pm);
    kept += static_cast<unsigned>(std::popcount(static_cast<unsigned>(live)));
  }
  return advance_scalar(s, now, parent, child, labels, i, count, next, kept);
}
#endif

}  // namespace

void trie_walk::level::resize(std::size_t n) {
  // Sixteen more for stores of a whole vector.
  for (std::vector<std::uint32_t>* v : {&node, &vp, &vn, &d0, &before}) {
    if (v->size() < n + 16) v->resize(n + 16);
  }
}

void trie_walk::find(const detail::index_view& index, const edit_pattern& pattern,
                     std::int32_t limit, instruction_set set, std::vector<edited_token>& out) {
  const auto length = static_cast<std::uint32_t>(pattern.length);
  const auto reach = static_cast<std::uint32_t>(limit);
  const auto children = index.trie_children();
  const std::uint8_t* const labels = index.trie_labels().data();
  std::uint32_t positions[256];
  for (std::size_t c = 0; c < 256; ++c) {
    positions[c] = static_cast<std::uint32_t>(pattern.positions[c]);
  }
  now_.resize(1);
  now_.node[0] = 0;
  now_.vp[0] = ~std::uint32_t{0};
  now_.vn[0] = now_.d0[0] = now_.before[0] = 0;
  std::size_t count = 1;
  for (std::uint32_t depth = 1; count > 0 && depth <= length + reach; ++depth) {
    parent_.clear();
    child_.clear();
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t node = now_.node[i];
      for (std::uint32_t c = children[node]; c < children[node + 1]; ++c) {
        parent_.push_back(static_cast<std::uint32_t>(i));
        child_.push_back(c);
      }
    }
    step s{positions, length, depth, limit, 0, 0, 0};
    s.first = std::min(depth > reach ? depth - reach : 0, length);
    s.last = std::min(depth + reach, length);
    s.below = low_bits(s.first);
    next_.resize(child_.size());
    const std::size_t all = child_.size();
#if defined(__x86_64__)
    count = set == instruction_set::avx512
                ? advance_avx512(s, now_, parent_.data(), child_.data(), labels, all, next_)
                : advance_scalar(s, now_, parent_.data(), child_.data(), labels, 0, all, next_, 0);
#else
    (void)set;
    count = advance_scalar(s, now_, parent_.data(), child_.data(), labels, 0, all, next_, 0);
#endif
    std::swap(now_, next_);
    if (depth + reach < length) continue;
    const std::uint32_t whole = low_bits(length);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t token = index.trie_token(now_.node[i]);
      if (token == indexing::k_none) continue;
      const std::int32_t edits = static_cast<std::int32_t>(depth) +
                                 std::popcount(now_.vp[i] & whole) -
                                 std::popcount(now_.vn[i] & whole);
      if (edits > 0 && edits <= limit) out.push_back({token, edits});
    }
  }
}

}  // namespace tradewarden::matching

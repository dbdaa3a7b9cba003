#include "match/edit_kernels.hpp"

#include <bit>

#if defined(__x86_64__)
#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 takes the undefined lanes that its own headers begin with for a mistake of the caller.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#pragma GCC diagnostic ignored "-Wuninitialized"
#endif
#include <immintrin.h>
#define TRADEWARDEN_X86 1
#endif

namespace tradewarden::matching {
namespace {

std::size_t filter_scalar(const std::uint32_t* letters, std::uint32_t from, std::uint32_t to,
                          std::uint32_t query, std::uint32_t limit, std::uint32_t* out) {
  std::size_t n = 0;
  for (std::uint32_t t = from; t < to; ++t) {
    const auto new_ones = static_cast<std::uint32_t>(std::popcount(letters[t] & ~query));
    const auto lacking = static_cast<std::uint32_t>(std::popcount(query & ~letters[t]));
    out[n] = t;
    n += (new_ones > limit ? new_ones : lacking) <= limit ? 1 : 0;
  }
  return n;
}

#ifdef TRADEWARDEN_X86

#define TRADEWARDEN_AVX2 __attribute__((target("avx2,popcnt,bmi")))
#define TRADEWARDEN_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vpopcntdq,popcnt,bmi")))

/// Number of set bits of each 32-bit lane, by a table of half bytes (Mula 2008).
TRADEWARDEN_AVX2 inline __m256i popcount_lanes(__m256i v) {
  const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2,
                                         1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15);
  const __m256i a = _mm256_shuffle_epi8(table, _mm256_and_si256(v, low));
  const __m256i b = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(v, 4), low));
  const __m256i bytes = _mm256_add_epi8(a, b);
  return _mm256_madd_epi16(_mm256_maddubs_epi16(bytes, _mm256_set1_epi8(1)), _mm256_set1_epi16(1));
}

TRADEWARDEN_AVX2 std::size_t filter_avx2(const std::uint32_t* letters, std::uint32_t from,
                                         std::uint32_t to, std::uint32_t query, std::uint32_t limit,
                                         std::uint32_t* out) {
  const __m256i q = _mm256_set1_epi32(static_cast<int>(query));
  const __m256i most = _mm256_set1_epi32(static_cast<int>(limit));
  std::size_t n = 0;
  std::uint32_t t = from;
  for (; t + 8 <= to; t += 8) {
    const __m256i x = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(letters + t));
    const __m256i more = popcount_lanes(_mm256_andnot_si256(q, x));
    const __m256i less = popcount_lanes(_mm256_andnot_si256(x, q));
    const __m256i above = _mm256_cmpgt_epi32(_mm256_max_epi32(more, less), most);
    auto left = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(above))) ^ 255U;
    for (; left != 0; left &= left - 1) out[n++] = t + static_cast<unsigned>(std::countr_zero(left));
  }
  return n + filter_scalar(letters, t, to, query, limit, out + n);
}

TRADEWARDEN_AVX512 std::size_t filter_avx512(const std::uint32_t* letters, std::uint32_t from,
                                             std::uint32_t to, std::uint32_t query,
                                             std::uint32_t limit, std::uint32_t* out) {
  const __m512i q = _mm512_set1_epi32(static_cast<int>(query));
  const __m512i most = _mm512_set1_epi32(static_cast<int>(limit));
  const __m512i ascending = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  std::size_t n = 0;
  std::uint32_t t = from;
  for (; t + 16 <= to; t += 16) {
    const __m512i x = _mm512_loadu_si512(letters + t);
    const __m512i more = _mm512_popcnt_epi32(_mm512_andnot_si512(q, x));
    const __m512i less = _mm512_popcnt_epi32(_mm512_andnot_si512(x, q));
    const __mmask16 keep = _mm512_cmple_epi32_mask(_mm512_max_epi32(more, less), most);
    if (keep == 0) continue;
    const __m512i at = _mm512_add_epi32(ascending, _mm512_set1_epi32(static_cast<int>(t)));
    // Compressed in the register first: straight to memory is slow on some processors.
    _mm512_storeu_si512(out + n, _mm512_maskz_compress_epi32(keep, at));
    n += static_cast<unsigned>(std::popcount(static_cast<unsigned>(keep)));
  }
  return n + filter_scalar(letters, t, to, query, limit, out + n);
}

TRADEWARDEN_AVX2 void measure_avx2(const edit_pattern& pattern, const char* text,
                                   std::size_t length, const std::uint32_t* at, std::size_t count,
                                   std::uint8_t* out) {
  const auto* table = reinterpret_cast<const int*>(pattern.letter_positions.data());
  const __m256i last_bit = _mm256_set1_epi32(static_cast<int>(1U << (pattern.length - 1)));
  const __m256i one = _mm256_set1_epi32(1);
  const __m256i ones = _mm256_set1_epi32(-1);
  const __m256i low5 = _mm256_set1_epi32(31);
  for (std::size_t i = 0; i < count; i += 8) {
    alignas(32) std::int32_t offsets[8] = {};
    for (std::size_t l = 0; l < 8; ++l) {
      offsets[l] = static_cast<std::int32_t>(at[i + l < count ? i + l : count - 1] * length);
    }
    const __m256i from = _mm256_load_si256(reinterpret_cast<const __m256i*>(offsets));
    __m256i vp = ones;
    __m256i vn = _mm256_setzero_si256();
    __m256i d0 = _mm256_setzero_si256();
    __m256i before = _mm256_setzero_si256();
    __m256i score = _mm256_set1_epi32(static_cast<int>(pattern.length));
    __m256i bytes = _mm256_setzero_si256();
    for (std::size_t p = 0; p < length; ++p) {
      if (p % 4 == 0) {
        bytes = _mm256_i32gather_epi32(reinterpret_cast<const int*>(text + p), from, 1);
      } else {
        bytes = _mm256_srli_epi32(bytes, 8);
      }
      const __m256i pm = _mm256_i32gather_epi32(table, _mm256_and_si256(bytes, low5), 4);
      const __m256i turned = _mm256_and_si256(
          _mm256_slli_epi32(_mm256_andnot_si256(d0, pm), 1), before);
      d0 = _mm256_add_epi32(_mm256_and_si256(pm, vp), vp);
      d0 = _mm256_or_si256(_mm256_xor_si256(d0, vp), _mm256_or_si256(pm, vn));
      d0 = _mm256_or_si256(d0, turned);
      __m256i hp = _mm256_or_si256(vn, _mm256_andnot_si256(_mm256_or_si256(d0, vp), ones));
      __m256i hn = _mm256_and_si256(d0, vp);
      const __m256i up = _mm256_cmpeq_epi32(_mm256_and_si256(hp, last_bit), last_bit);
      const __m256i down = _mm256_cmpeq_epi32(_mm256_and_si256(hn, last_bit), last_bit);
      score = _mm256_add_epi32(_mm256_sub_epi32(score, up), down);
      hp = _mm256_or_si256(_mm256_slli_epi32(hp, 1), one);
      hn = _mm256_slli_epi32(hn, 1);
      vp = _mm256_or_si256(hn, _mm256_andnot_si256(_mm256_or_si256(d0, hp), ones));
      vn = _mm256_and_si256(hp, d0);
      before = pm;
    }
    alignas(32) std::int32_t scores[8];
    _mm256_store_si256(reinterpret_cast<__m256i*>(scores), score);
    for (std::size_t l = 0; l < 8; ++l) out[i + l] = static_cast<std::uint8_t>(scores[l]);
  }
}

TRADEWARDEN_AVX512 void measure_avx512(const edit_pattern& pattern, const char* text,
                                       std::size_t length, const std::uint32_t* at,
                                       std::size_t count, std::uint8_t* out) {
  const __m512i low = _mm512_loadu_si512(pattern.letter_positions.data());
  const __m512i high = _mm512_loadu_si512(pattern.letter_positions.data() + 16);
  const __m512i last_bit = _mm512_set1_epi32(static_cast<int>(1U << (pattern.length - 1)));
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i size = _mm512_set1_epi32(static_cast<int>(length));
  for (std::size_t i = 0; i < count; i += 16) {
    const std::size_t here = count - i < 16 ? count - i : 16;
    const auto lanes = static_cast<__mmask16>((1U << here) - 1U);
    const __m512i from = _mm512_mullo_epi32(_mm512_maskz_loadu_epi32(lanes, at + i), size);
    __m512i vp = _mm512_set1_epi32(-1);
    __m512i vn = _mm512_setzero_si512();
    __m512i d0 = _mm512_setzero_si512();
    __m512i before = _mm512_setzero_si512();
    __m512i score = _mm512_set1_epi32(static_cast<int>(pattern.length));
    __m512i bytes = _mm512_setzero_si512();
    for (std::size_t p = 0; p < length; ++p) {
      if (p % 4 == 0) {
        bytes = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), lanes, from, text + p, 1);
      } else {
        bytes = _mm512_srli_epi32(bytes, 8);
      }
      // The index takes the low five bits of each lane.
      const __m512i pm = _mm512_permutex2var_epi32(low, bytes, high);
      const __m512i turned = _mm512_and_si512(
          _mm512_slli_epi32(_mm512_andnot_si512(d0, pm), 1), before);
      d0 = _mm512_add_epi32(_mm512_and_si512(pm, vp), vp);
      d0 = _mm512_or_si512(_mm512_xor_si512(d0, vp), _mm512_or_si512(pm, vn));
      d0 = _mm512_or_si512(d0, turned);
      // 0xF1: vn | ~(d0 | vp) as a table of three inputs.
      __m512i hp = _mm512_ternarylogic_epi32(vn, d0, vp, 0xF1);
      __m512i hn = _mm512_and_si512(d0, vp);
      score = _mm512_mask_add_epi32(score, _mm512_test_epi32_mask(hp, last_bit), score, one);
      score = _mm512_mask_sub_epi32(score, _mm512_test_epi32_mask(hn, last_bit), score, one);
      hp = _mm512_or_si512(_mm512_slli_epi32(hp, 1), one);
      hn = _mm512_slli_epi32(hn, 1);
      vp = _mm512_ternarylogic_epi32(hn, d0, hp, 0xF1);
      vn = _mm512_and_si512(hp, d0);
      before = pm;
    }
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), _mm512_cvtepi32_epi8(score));
  }
}

#endif

}  // namespace

std::string_view to_string(instruction_set s) noexcept {
  switch (s) {
    case instruction_set::scalar: return "scalar";
    case instruction_set::avx2: return "avx2";
    case instruction_set::avx512: return "avx512";
  }
  return "";
}

instruction_set best_instruction_set() noexcept {
#ifdef TRADEWARDEN_X86
  static const instruction_set best = [] {
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vpopcntdq")) {
      return instruction_set::avx512;
    }
    return __builtin_cpu_supports("avx2") ? instruction_set::avx2 : instruction_set::scalar;
  }();
  return best;
#else
  return instruction_set::scalar;
#endif
}

std::vector<instruction_set> instruction_sets() {
  std::vector<instruction_set> out;
  for (const instruction_set s :
       {instruction_set::scalar, instruction_set::avx2, instruction_set::avx512}) {
    if (s <= best_instruction_set()) out.push_back(s);
  }
  return out;
}

edit_pattern::edit_pattern(std::string_view text) : length(text.size()) {
  for (std::size_t j = 0; j < text.size() && j < 64; ++j) {
    const auto c = static_cast<unsigned char>(text[j]);
    positions[c] |= std::uint64_t{1} << j;
    const bool letter = c >= 'a' && c <= 'z';
    only_letters = only_letters && letter;
    if (letter && j < 32) letter_positions[c & 31U] |= std::uint32_t{1} << j;
  }
}

std::int32_t osa_bits(const edit_pattern& pattern, std::string_view text) {
  std::uint64_t vp = ~std::uint64_t{0};
  std::uint64_t vn = 0;
  std::uint64_t d0 = 0;
  std::uint64_t before = 0;
  auto score = static_cast<std::int32_t>(pattern.length);
  const std::size_t last = pattern.length - 1;
  for (const char c : text) {
    const std::uint64_t pm = pattern.positions[static_cast<unsigned char>(c)];
    const std::uint64_t turned = ((~d0 & pm) << 1U) & before;
    d0 = ((((pm & vp) + vp) ^ vp) | pm | vn) | turned;
    std::uint64_t hp = vn | ~(d0 | vp);
    std::uint64_t hn = d0 & vp;
    score += static_cast<std::int32_t>(hp >> last & 1U);
    score -= static_cast<std::int32_t>(hn >> last & 1U);
    hp = (hp << 1U) | 1U;
    hn <<= 1U;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = pm;
  }
  return score;
}

edit_kernels kernels_for(instruction_set set) noexcept {
#ifdef TRADEWARDEN_X86
  if (set == instruction_set::avx512) return {filter_avx512, measure_avx512};
  if (set == instruction_set::avx2) return {filter_avx2, measure_avx2};
#endif
  (void)set;
  return {filter_scalar, nullptr};
}

}  // namespace tradewarden::matching

// A vector whose memory, where there is much of it, is asked for in large pages: reads that jump about
// in hundreds of megabytes spend most of their time on finding pages otherwise.
//
// Example:
//   large_vector<std::uint32_t> round(parties);   // as any vector
//
// Threads: as a vector.
#ifndef TRADEWARDEN_SUPPORT_LARGE_VECTOR_HPP
#define TRADEWARDEN_SUPPORT_LARGE_VECTOR_HPP

#include <cstddef>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tradewarden {

template <class T>
struct large_page_allocator {
  using value_type = T;

  large_page_allocator() noexcept = default;
  template <class U>
  large_page_allocator(const large_page_allocator<U>&) noexcept {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] T* allocate(std::size_t n) {
    if (n > static_cast<std::size_t>(-1) / 2 / sizeof(T)) throw std::bad_array_new_length();
    const std::size_t bytes = n * sizeof(T);
    if (bytes < k_much) return static_cast<T*>(::operator new(bytes, std::align_val_t{alignof(T)}));
    void* const at = ::operator new(bytes, std::align_val_t{k_page});
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    ::madvise(at, bytes, MADV_HUGEPAGE);  // a wish: without it, all is only slower
#endif
    return static_cast<T*>(at);
  }
  void deallocate(T* at, std::size_t n) noexcept {
    const bool much = n * sizeof(T) >= k_much;
    ::operator delete(at, std::align_val_t{much ? k_page : alignof(T)});
  }
  template <class U>
  friend bool operator==(const large_page_allocator&, const large_page_allocator<U>&) noexcept {
    return true;
  }

  static constexpr std::size_t k_page = std::size_t{2} << 20;
  static constexpr std::size_t k_much = 4 * k_page;
};

template <class T>
using large_vector = std::vector<T, large_page_allocator<T>>;

}  // namespace tradewarden

#endif  // TRADEWARDEN_SUPPORT_LARGE_VECTOR_HPP

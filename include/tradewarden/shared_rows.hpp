// Rows that several results share: read as a vector, copied only when one of them is written to.
//
// Example:
//   tradewarden::shared_rows<int> a;
//   a.push_back(1);
//   tradewarden::shared_rows<int> b = a;   // the same rows, not a copy
//   b.push_back(2);                        // now a copy: a.size() == 1
//   for (const int row : b) std::cout << row;
//
// Threads: as a vector; copies may be read and written by different threads.
#ifndef TRADEWARDEN_SHARED_ROWS_HPP
#define TRADEWARDEN_SHARED_ROWS_HPP

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace tradewarden {

template <class T>
class shared_rows {
 public:
  using value_type = T;
  using const_iterator = typename std::vector<T>::const_iterator;

  [[nodiscard]] const std::vector<T>& all() const noexcept {
    static const std::vector<T> none;
    return rows_ ? *rows_ : none;
  }
  // NOLINTNEXTLINE(google-explicit-constructor): rows are a vector to whoever reads them.
  operator const std::vector<T>&() const noexcept { return all(); }
  [[nodiscard]] const_iterator begin() const noexcept { return all().begin(); }
  [[nodiscard]] const_iterator end() const noexcept { return all().end(); }
  [[nodiscard]] std::size_t size() const noexcept { return all().size(); }
  [[nodiscard]] bool empty() const noexcept { return all().empty(); }
  [[nodiscard]] const T& operator[](std::size_t i) const { return all()[i]; }
  [[nodiscard]] const T& front() const { return all().front(); }
  [[nodiscard]] const T& back() const { return all().back(); }

  /// The rows to write to: no longer shared. Invalidates iterators and references of this object.
  [[nodiscard]] std::vector<T>& edit() {
    if (!rows_) {
      rows_ = std::make_shared<std::vector<T>>();
    } else if (rows_.use_count() != 1) {
      rows_ = std::make_shared<std::vector<T>>(*rows_);
    }
    return *rows_;
  }
  void push_back(T row) { edit().push_back(std::move(row)); }

 private:
  std::shared_ptr<std::vector<T>> rows_;
};

}  // namespace tradewarden

#endif  // TRADEWARDEN_SHARED_ROWS_HPP

// ledger/base/outcome.h
//
// "No" is an answer, so it is a value. For everything that is not an answer, see fault.h.

#pragma once

#include <string>
#include <utility>
#include <variant>

namespace minutebook {

/// Why the rules said no: enough to help a member, and enough to test.
struct Refusal {
  std::string code;    ///< Stable; listed in schema/refusals.capnp: "reference.unknown".
  std::string field;   ///< Path in what was submitted: "options[2].id". Empty: all of it.
  std::string reason;  ///< One sentence with the values that collided.
  std::string remedy;  ///< One sentence on what the member can do. Never empty.

  bool operator==(const Refusal&) const = default;
};

/// Either a T or the reason there is none. Cannot be ignored and cannot be empty.
template <typename T>
class [[nodiscard]] Outcome {
 public:
  Outcome(T value) : either_(std::move(value)) {}
  Outcome(Refusal refusal) : either_(std::move(refusal)) {}

  explicit operator bool() const noexcept { return either_.index() == 0; }
  const T& value() const& { return std::get<0>(either_); }
  T& value() & { return std::get<0>(either_); }
  T&& value() && { return std::get<0>(std::move(either_)); }
  const Refusal& refusal() const { return std::get<1>(either_); }

 private:
  std::variant<T, Refusal> either_;
};

}  // namespace minutebook

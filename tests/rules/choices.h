// tests/rules/choices.h
//
// Choices that rapidcheck makes, in the words of made-up histories.

#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace minutebook {

/// One of the members, who speak for themselves.
inline std::string member() {
  return *rc::gen::element<std::string>("mel", "mo", "lee");
}

inline bool coin() {
  return *rc::gen::arbitrary<bool>();
}

template <typename T>
T& oneOf(std::vector<T>& all) {
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

/// An element for which `fits` holds, or null.
template <typename T, typename Fits>
T* anyThat(std::vector<T>& all, Fits fits) {
  std::vector<T*> fitting;
  for (T& one : all) {
    if (fits(one)) fitting.push_back(&one);
  }
  return fitting.empty() ? nullptr : oneOf(fitting);
}

}  // namespace minutebook

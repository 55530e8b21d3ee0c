// audit/standards/toml.h
//
// toml++ with its assertions taken out. Its parser (3.3.0) asserts that a table's name begins like
// one and, in a release, lets the compiler rely on it; "[=]" is neither. Without the assertion the
// check that follows it refuses such a name properly. tests/fuzz/corpus/mapping/bad-table-name

#pragma once

#ifdef TOML_ASSERT
#error "audit/standards/toml.h comes before toml++"
#endif

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

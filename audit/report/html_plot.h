// audit/report/html_plot.h
//
// Where the points of a plot are drawn. Private to audit/report.

#pragma once

#include <kainjow/mustache.hpp>

#include <cstddef>

#include "audit/report/report.h"

namespace minutebook {

/// The data of html/plot.mustache; `number` makes its ids unique in the page.
kainjow::mustache::data plotData(const Plot& plot, std::size_t number);

}  // namespace minutebook

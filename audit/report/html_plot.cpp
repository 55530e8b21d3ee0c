#include "audit/report/html_plot.h"

#include <algorithm>
#include <string>

namespace minutebook {

namespace {

using kainjow::mustache::data;

// As drawn in plot.mustache.
constexpr std::int64_t kLeft = 90;
constexpr std::int64_t kWidth = 500;
constexpr std::int64_t kTop = 30;
constexpr std::int64_t kHeight = 180;
constexpr std::int64_t kAbove = 12;
constexpr std::size_t kLabelsMax = 5;  // More would run into each other.

std::int64_t acrossOf(const Plot& plot, const PlotPoint& point) {
  std::int64_t first = plot.points.front().position;
  std::int64_t length = std::max<std::int64_t>(plot.points.back().position - first, 1);
  return kLeft + (point.position - first) * kWidth / length;
}

std::int64_t downOf(const Plot& plot, const PlotPoint& point) {
  return kTop + kHeight - point.height * kHeight / std::max<std::int64_t>(plot.top, 1);
}

/// What the drawing shows, for whoever cannot see it.
std::string described(const Plot& plot) {
  const PlotPoint& first = plot.points.front();
  const PlotPoint& last = plot.points.back();
  return "A line over time, from " + first.figure.value + " in " + first.at + " to " +
         last.figure.value + " in " + last.at + ". The table below has every point.";
}

/// Whether the point at `place` has its words beside it: the first, the last and some between.
bool isLabelled(const Plot& plot, std::size_t place) {
  std::size_t last = plot.points.size() - 1;
  if (place == 0 || place == last || last < kLabelsMax) return true;
  std::size_t step = (last + kLabelsMax - 1) / kLabelsMax;
  return place % step == 0 && last - place >= step;
}

}  // namespace

data plotData(const Plot& plot, std::size_t number) {
  data into = data::type::object;
  into.set("number", std::to_string(number));
  into.set("caption", plot.caption);
  into.set("desc", described(plot));
  into.set("topWords", plot.topWords);
  into.set("bottomWords", plot.bottomWords);
  std::string line;
  data points = data::type::list;
  for (std::size_t i = 0; i < plot.points.size(); ++i) {
    const PlotPoint& point = plot.points[i];
    std::string x = std::to_string(acrossOf(plot, point));
    std::string y = std::to_string(downOf(plot, point));
    line += (line.empty() ? "" : " ") + x + "," + y;
    data drawn = data::type::object;
    drawn.set("x", x);
    drawn.set("y", y);
    drawn.set("above", std::to_string(downOf(plot, point) - kAbove));
    drawn.set("value", point.figure.value);
    drawn.set("at", point.at);
    drawn.set("label", isLabelled(plot, i));
    points.push_back(drawn);
  }
  into.set("line", line);
  into.set("points", points);
  return into;
}

}  // namespace minutebook

#include "audit/report/small_cells.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "audit/report/cell_knowledge.h"

namespace minutebook {

namespace {

using Place = CellKnowledge::Place;

bool isTooFew(const SmallCell& cell, std::int64_t fewest) {
  if (cell.kind != CellKind::kPeople || cell.count >= fewest) return false;
  return cell.count > 0 || !cell.noughtIsShown;
}

/// Whether `cell`, shown now, and the same cell, shown then, tell of fewer than `fewest` people.
bool movedByFew(const SmallCell& cell, std::int64_t fewest,
                const std::vector<PublishedCells>& earlier) {
  for (const PublishedCells& report : earlier) {
    for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
      const SmallCell& then = report.table.cells[i];
      if (then.name != cell.name || report.held[i] != Held::kNo) continue;
      std::int64_t moved = std::abs(cell.count - then.count);
      if (moved > 0 && moved < fewest) return true;
    }
  }
  return false;
}

/// One report, while it is decided what it shows.
class Deciding {
 public:
  Deciding(const SmallCells& table, std::int64_t fewest, const std::vector<PublishedCells>& earlier,
           std::int64_t size)
      : earlier_(earlier), now_{table, fewest, size, tooFew(table, fewest)}, mostFewest_(fewest) {
    for (const PublishedCells& report : earlier) {
      mostFewest_ = std::max(mostFewest_, report.fewest);
    }
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const SmallCell& cell = table.cells[i];
      bool few = now_.held[i] != Held::kNo;
      bool moved = !few && cell.kind == CellKind::kPeople && movedByFew(cell, mostFewest_, earlier);
      if (moved) now_.held[i] = Held::kGivesAway;
      if (few || moved) secrets_.emplace_back(earlier.size(), i);
    }
    for (std::size_t r = 0; r < earlier.size(); ++r) addSecretsOf(r);
  }

  std::vector<Held> decide() {
    std::vector<const PublishedCells*> series;
    for (const PublishedCells& report : earlier_) series.push_back(&report);
    series.push_back(&now_);
    CellKnowledge knowledge(series);
    for (const Place& secret : secrets_) protect(knowledge, secret);
    return now_.held;
  }

 private:
  void addSecretsOf(std::size_t report) {
    const PublishedCells& then = earlier_[report];
    for (std::size_t i = 0; i < then.table.cells.size(); ++i) {
      if (then.held[i] == Held::kNo || then.table.cells[i].kind != CellKind::kPeople) continue;
      bool few = isTooFew(then.table.cells[i], then.fewest);
      if (few || hasMoved(then.table.cells[i])) secrets_.emplace_back(report, i);
    }
  }

  /// Whether this count and that of another report, both known, would tell of a few people.
  bool movedByFewFrom(const SmallCells& other, const SmallCell& cell) const {
    auto same = find(other, cell.name);
    if (!same) return false;
    std::int64_t moved = std::abs(other.cells[*same].count - cell.count);
    return moved > 0 && moved < mostFewest_;
  }

  bool hasMoved(const SmallCell& then) const {
    return movedByFewFrom(now_.table, then) ||
           std::any_of(earlier_.begin(), earlier_.end(), [&](const PublishedCells& report) {
             return movedByFewFrom(report.table, then);
           });
  }

  void protect(CellKnowledge& knowledge, const Place& secret) {
    std::vector<std::size_t> near = reachOf(secret);
    while (!knowledge.couldBeAnother(secret)) {
      auto next = std::find_if(near.begin(), near.end(), [&](std::size_t i) {
        return now_.held[i] == Held::kNo && now_.table.cells[i].kind == CellKind::kPeople;
      });
      if (next == near.end()) return holdTogether(knowledge, near);
      hold(knowledge, *next, Held::kGivesAway);
    }
  }

  /// Nothing is left to hold back one by one: then nobody learns either which of them are few.
  void holdTogether(CellKnowledge& knowledge, const std::vector<std::size_t>& near) {
    for (std::size_t i : near) {
      if (now_.table.cells[i].kind == CellKind::kPeople) hold(knowledge, i, Held::kTogether);
    }
  }

  void hold(CellKnowledge& knowledge, std::size_t i, Held held) {
    now_.held[i] = held;
    knowledge.hold({earlier_.size(), i}, held);
  }

  /// The cells of this report that the secret hangs together with by sums: the nearest first, and
  /// parts before wholes.
  std::vector<std::size_t> reachOf(const Place& secret) const {
    std::vector<std::size_t> reach;
    const SmallCells& table = now_.table;
    if (secret.first == earlier_.size()) {
      reach.push_back(secret.second);
    } else {
      const PublishedCells& then = earlier_[secret.first];
      for (std::size_t i : hangingTogether(then.table, {secret.second})) {
        if (auto same = find(table, then.table.cells[i].name)) reach.push_back(*same);
      }
    }
    return hangingTogether(table, std::move(reach));
  }

  static std::optional<std::size_t> find(const SmallCells& table, const std::string& name) {
    auto found = std::find_if(table.cells.begin(), table.cells.end(),
                              [&](const SmallCell& cell) { return cell.name == name; });
    if (found == table.cells.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.cells.begin());
  }

  static std::vector<std::size_t> hangingTogether(const SmallCells& table,
                                                  std::vector<std::size_t> reach) {
    auto add = [&](std::size_t cell) {
      if (std::find(reach.begin(), reach.end(), cell) == reach.end()) reach.push_back(cell);
    };
    for (std::size_t next = 0; next < reach.size(); ++next) {
      for (const CellSum& sum : table.sums) {
        bool isPart = std::find(sum.parts.begin(), sum.parts.end(), reach[next]) != sum.parts.end();
        if (!isPart && sum.whole != reach[next]) continue;
        for (std::size_t part : sum.parts) add(part);
        add(sum.whole);
      }
    }
    return reach;
  }

  const std::vector<PublishedCells>& earlier_;
  PublishedCells now_;
  std::int64_t mostFewest_ = 0;  ///< The largest k of the series.
  std::vector<Place> secrets_;
};

}  // namespace

std::size_t SmallCells::add(SmallCell cell) {
  cells.push_back(std::move(cell));
  return cells.size() - 1;
}

std::vector<Held> tooFew(const SmallCells& table, std::int64_t fewest) {
  std::vector<Held> held;
  for (const SmallCell& cell : table.cells) {
    held.push_back(isTooFew(cell, fewest) ? Held::kTooFew : Held::kNo);
  }
  return held;
}

std::vector<Held> holdBack(const SmallCells& table, std::int64_t fewest,
                           const std::vector<PublishedCells>& earlier, std::int64_t size) {
  return Deciding(table, fewest, earlier, size).decide();
}

std::string heldWords(Held held, std::int64_t fewest) {
  if (held == Held::kNo) return "";
  if (held == Held::kTooFew) return "held back: fewer than " + std::to_string(fewest);
  return "held back: it would give another away";
}

std::int64_t countHeld(const SmallCells& table, const std::vector<Held>& held) {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < held.size(); ++i) {
    count += held[i] != Held::kNo && table.cells[i].kind == CellKind::kPeople ? 1 : 0;
  }
  return count;
}

}  // namespace minutebook

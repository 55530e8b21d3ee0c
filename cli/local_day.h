// cli/local_day.h
//
// What day it is where the ledger is kept. The ledger names an IANA time zone; the clock, and so
// the rules of the zone, are read on the command line only.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ledger/base/civil.h"

namespace minutebook {

/// The calendar day, of precision kDay, that it is at `unixSeconds` in an IANA time zone such as
/// "Europe/London". An empty zone is UTC. Nothing if this machine knows no zone of that name.
/// Zone files list changes of clocks one by one up to 2037; from 2038 on a summer's day begins with
/// winter time's. Source: IANA time zone database, as the machine has it.
std::optional<CivilTime> localDay(std::int64_t unixSeconds, std::string_view timeZone);

/// Whether this machine knows the zone; an empty one is UTC.
bool isTimeZone(std::string_view timeZone);

}  // namespace minutebook

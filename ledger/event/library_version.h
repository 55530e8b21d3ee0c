// ledger/event/library_version.h

#pragma once

#include <capnp/common.h>

#include <string>

namespace minutebook {

/// The version of Cap'n Proto that this was built with: "0.9.2".
inline std::string capnProtoVersion() {
  return std::to_string(CAPNP_VERSION_MAJOR) + "." + std::to_string(CAPNP_VERSION_MINOR) + "." +
         std::to_string(CAPNP_VERSION_MICRO);
}

}  // namespace minutebook

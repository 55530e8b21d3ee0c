// ledger/crypto/library_version.h

#pragma once

#include <string>

namespace minutebook {

/// The version of OpenSSL that runs here: "3.0.17".
std::string openSslVersion();

}  // namespace minutebook

// tests/unit/verify/bundle_test.h
//
// What the tests of bundles share: a small ledger, and what verifying a bundle of it finds.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/verify/made_bundle.h"

namespace minutebook {

inline const BundleScope kCoordinators{{schema::Audience::COORDINATORS, ""}, {}};
inline const BundleScope kMembers{{schema::Audience::MEMBERS, ""}, {}};

/// For a person, as themself.
inline BundleScope as(const std::string& participant) {
  return {{schema::Audience::SELF, participant}, {}};
}

/// A fresh ledger for each test; what is found is given as codes.
class VerifyBundleTest : public testing::Test {
 protected:
  VerifyBundleTest() { fillForBundles(scenario_); }

  BundleCheck check(const MadeBundle& bundle) {
    PublishedExpectations expected;
    expected.vkeys = scenario_.vkey();
    expected.schema = "# the schema\n";
    expected.workers = Workers::kOne;
    return verifyBundle(bundle.directory(), theCatalogue(), expected);
  }
  std::vector<std::string> found(const MadeBundle& bundle) {
    return codesOf(check(bundle).findings);
  }

  Scenario scenario_;
};

}  // namespace minutebook

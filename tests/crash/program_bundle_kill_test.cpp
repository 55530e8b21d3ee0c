// `bundle`, killed: under its name lies a whole bundle or nothing, and the next run takes away what
// the killed one left, which may hold opened values.

#include <gtest/gtest.h>

#include "tests/support/program_ledger.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;

/// Kills for each form, spread over all write-side calls.
constexpr std::uint64_t kKills = 15;

/// What is handed out in the folder `handed`, to be killed on the way.
class BundleKill {
 public:
  explicit BundleKill(const std::string& name) {
    fs::create_directory(ledger_.place("handed"));
    bundle_ = ledger_.place("handed") / name;
    const ProgramEnd end = ledger_.run({"import", ledger_.recordFile(20)});
    if (!end.isDone()) throw std::runtime_error("import: " + end.err);
  }

  ProgramCall call() const {
    return ledger_.call({"bundle", "--for", "coordinators", "-o", bundle_.string()});
  }
  ProgramRunner& runner() { return ledger_.runner(); }
  void startAgain() { fs::remove_all(bundle_); }

  std::vector<std::string> leftovers() const {
    std::vector<std::string> names;
    for (const auto& file : fs::directory_iterator(bundle_.parent_path())) {
      const std::string name = file.path().filename().string();
      if (file.path() != bundle_) names.push_back(name);
    }
    return names;
  }

  void checkKilled() {
    if (fs::exists(bundle_)) checkWhole();
    EXPECT_LE(leftovers().size(), 2u);
    for (const std::string& name : leftovers()) {
      EXPECT_NE(name.find(".making-"), name.npos) << name;
    }
  }

  void checkCompletes() {
    startAgain();
    const std::vector<std::string> left = leftovers();
    const ProgramEnd end = runner().run(call());
    ASSERT_TRUE(end.isDone()) << end.err;
    for (const std::string& name : left) {
      EXPECT_NE(end.err.find("left " + name + ","), end.err.npos) << end.err;
    }
    EXPECT_EQ(leftovers(), std::vector<std::string>());
    checkWhole();
  }

 private:
  void checkWhole() {
    const ProgramEnd verified = ledger_.run({"verify", bundle_.string()});
    EXPECT_TRUE(verified.isDone()) << verified.out << verified.err;
  }

  ProgramLedger ledger_;
  fs::path bundle_;
};

class KilledBundle : public testing::TestWithParam<const char*> {};

TEST_P(KilledBundle, IsWholeOrNotThereAndLeavesNothingForLong) {
  BundleKill trial(GetParam());
  const auto whole = trial.runner().runAndKillAtCall(trial.call(), UINT64_MAX);
  if (!whole) GTEST_SKIP() << "Processes cannot be traced here.";
  ASSERT_TRUE(whole->isDone()) << whole->err;
  std::uint64_t leftSomething = 0;
  for (std::uint64_t kill = 1; kill <= kKills; ++kill) {
    const std::uint64_t call = std::max<std::uint64_t>(1, kill * whole->writeCalls / kKills);
    SCOPED_TRACE("call " + std::to_string(call) + " of " + std::to_string(whole->writeCalls));
    trial.startAgain();
    ASSERT_TRUE(trial.runner().runAndKillAtCall(trial.call(), call));
    leftSomething += trial.leftovers().empty() ? 0 : 1;
    trial.checkKilled();
    trial.checkCompletes();
    if (testing::Test::HasFatalFailure()) return;
  }
  EXPECT_GT(leftSomething, 0u);
}

INSTANTIATE_TEST_SUITE_P(
    As, KilledBundle, testing::Values("folder", "file.tar"), [](const auto& form) {
      return std::string(form.param).substr(0, std::string_view(form.param).find('.'));
    });

}  // namespace
}  // namespace minutebook

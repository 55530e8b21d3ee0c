#include "ledger/store/wal_examiner.h"

#include <gtest/gtest.h>

#include <fstream>

#include "ledger/store/crc32c.h"
#include "tests/support/fault_of.h"
#include "tests/support/temp_directory.h"

namespace minutebook {
namespace {

/// Writes log files as RocksDB does: blocks of 32 KiB, headers of 7 bytes.
class LogFile {
 public:
  void record(std::size_t payloadBytes) {
    for (bool first = true; first || payloadBytes > 0; first = false) {
      const std::size_t left = 32768 - bytes_.size() % 32768;
      if (left < 7) bytes_.resize(bytes_.size() + left);
      const std::size_t room = 32768 - bytes_.size() % 32768 - 7;
      const std::size_t now = std::min(room, payloadBytes);
      const bool last = now == payloadBytes;
      fragment(static_cast<std::uint8_t>(first ? (last ? 1 : 2) : (last ? 4 : 3)), now);
      payloadBytes -= now;
    }
  }
  void fragment(std::uint8_t type, std::size_t payloadBytes) {
    Bytes payload;
    while (payload.size() < payloadBytes) payload.push_back(static_cast<std::uint8_t>(next_++ * 7));
    const std::uint32_t crc = maskedCrc(crc32c(crc32c(0, {&type, 1}), payload));
    for (int i = 0; i < 4; ++i) bytes_.push_back(static_cast<std::uint8_t>(crc >> (8 * i)));
    bytes_.push_back(static_cast<std::uint8_t>(payloadBytes));
    bytes_.push_back(static_cast<std::uint8_t>(payloadBytes >> 8));
    bytes_.push_back(type);
    append(bytes_, payload);
  }
  Bytes& bytes() { return bytes_; }

 private:
  Bytes bytes_;
  std::uint32_t next_ = 1;
};

class WalExaminerTest : public testing::Test {
 protected:
  std::optional<LogFileReport> examine(ByteView bytes) {
    std::ofstream(file_, std::ios::binary) << asText(bytes);
    return examineLogFile(file_);
  }
  /// "whole 3", "torn 2", "damaged".
  std::string verdict(ByteView bytes) {
    try {
      const auto report = examine(bytes);
      return (report->end == LogFileEnd::kWhole ? "whole " : "torn ") +
             std::to_string(report->records);
    } catch (const Fault& fault) {
      EXPECT_EQ(fault.kind(), FaultKind::kCorrupt);
      return "damaged";
    }
  }
  TempDirectory temp_;
  std::filesystem::path file_ = temp_.path() / "000007.log";
};

TEST_F(WalExaminerTest, SaysWhenThereIsNoFile) {
  EXPECT_EQ(examineLogFile(file_), std::nullopt);
}

TEST_F(WalExaminerTest, ReadsWholeFilesOfAllShapes) {
  EXPECT_EQ(verdict({}), "whole 0");
  LogFile log;
  for (const std::size_t bytes : {1u, 100u, 40000u, 0u, 90000u, 3u}) log.record(bytes);
  EXPECT_EQ(verdict(log.bytes()), "whole 6");
  EXPECT_EQ(examine(log.bytes())->wholeBytes, log.bytes().size());
}

TEST_F(WalExaminerTest, ReadsRecordsThatEndAtTheEdgeOfABlock) {
  for (std::size_t spare = 0; spare < 16; ++spare) {
    LogFile log;
    log.record(32768 - 7 - spare);
    log.record(50);
    EXPECT_EQ(verdict(log.bytes()), "whole 2") << spare;
  }
}

TEST_F(WalExaminerTest, CallsEveryCutInTheLastRecordTorn) {
  for (const std::size_t lastBytes : {60u, 33000u}) {
    LogFile log;
    log.record(200);
    log.record(300);
    const std::size_t before = log.bytes().size();
    log.record(lastBytes);
    const std::size_t step = lastBytes > 1000 ? 97 : 1;
    for (std::size_t cut = before + 1; cut < log.bytes().size(); cut += step) {
      EXPECT_EQ(verdict(ByteView(log.bytes()).first(cut)), "torn 2") << cut;
      EXPECT_EQ(examine(ByteView(log.bytes()).first(cut))->wholeBytes, before);
    }
    EXPECT_EQ(verdict(ByteView(log.bytes()).first(before)), "whole 2");
  }
}

TEST_F(WalExaminerTest, CallsZerosToTheEndTorn) {
  LogFile log;
  log.record(200);
  Bytes bytes = log.bytes();
  bytes.resize(bytes.size() + 70000, 0);
  EXPECT_EQ(verdict(bytes), "torn 1");
  bytes.back() = 1;
  EXPECT_EQ(verdict(bytes), "damaged");
}

TEST_F(WalExaminerTest, NeverTakesAFlippedBitForATornWrite) {
  LogFile log;
  for (const std::size_t bytes : {40u, 300u, 9u, 120u}) log.record(bytes);
  for (std::size_t bit = 0; bit < log.bytes().size() * 8; ++bit) {
    log.bytes()[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
    EXPECT_EQ(verdict(log.bytes()), "damaged") << bit;
    log.bytes()[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
  }
}

TEST_F(WalExaminerTest, FindsEveryFlippedLengthBitAlsoAcrossBlocks) {
  LogFile log;
  std::vector<std::size_t> starts;
  for (int i = 0; i < 300; ++i) {
    log.record(static_cast<std::size_t>(i * 37 % 900));
    starts.push_back(static_cast<std::size_t>(examine(log.bytes())->wholeBytes));
  }
  for (std::size_t i = 0; i + 1 < starts.size(); i += 7) {
    const std::size_t lengthAt = starts[i] + 4;
    if (lengthAt / 32768 != (lengthAt + 10) / 32768) continue;
    for (std::size_t bit = 0; bit < 16; ++bit) {
      std::uint8_t& byte = log.bytes()[lengthAt + bit / 8];
      byte ^= static_cast<std::uint8_t>(1 << bit % 8);
      EXPECT_EQ(verdict(log.bytes()), "damaged") << i << " " << bit;
      byte ^= static_cast<std::uint8_t>(1 << bit % 8);
    }
  }
}

TEST_F(WalExaminerTest, RefusesFragmentsOutOfOrderAndRecyclableRecords) {
  LogFile lost;
  lost.fragment(4, 20);
  EXPECT_EQ(verdict(lost.bytes()), "damaged");
  LogFile twice;
  twice.fragment(2, 20);
  twice.fragment(1, 20);
  EXPECT_EQ(verdict(twice.bytes()), "damaged");
  LogFile recycled;
  recycled.fragment(5, 20);
  EXPECT_EQ(verdict(recycled.bytes()), "damaged");
  LogFile unfinished;
  unfinished.fragment(2, 20);
  unfinished.fragment(3, 20);
  EXPECT_EQ(verdict(unfinished.bytes()), "torn 0");
}

}  // namespace
}  // namespace minutebook

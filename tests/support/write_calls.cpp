#include "tests/support/write_calls.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>

namespace minutebook {

namespace {

constexpr std::uint64_t kWriteCalls[] = {
    SYS_write,  SYS_pwrite64,        SYS_writev,    SYS_fsync,     SYS_fdatasync, SYS_unlinkat,
    SYS_linkat, SYS_renameat2,       SYS_ftruncate, SYS_fallocate, SYS_mkdirat,   SYS_symlinkat,
    SYS_fchmod, SYS_sync_file_range,
#ifdef SYS_rename
    SYS_rename, SYS_renameat,        SYS_unlink,    SYS_link,      SYS_mkdir,     SYS_rmdir,
#endif
};

bool changesFiles(const __ptrace_syscall_info& info) {
  const std::uint64_t call = info.entry.nr;
  if (call == SYS_openat) return (info.entry.args[2] & (O_CREAT | O_TRUNC)) != 0;
#ifdef SYS_open
  if (call == SYS_open) return (info.entry.args[1] & (O_CREAT | O_TRUNC)) != 0;
#endif
  return std::find(std::begin(kWriteCalls), std::end(kWriteCalls), call) != std::end(kWriteCalls);
}

/// Whether a stopped thread is at the entry of a write-side call.
bool isAtWriteCall(pid_t thread) {
  __ptrace_syscall_info info{};
  const auto size = reinterpret_cast<void*>(sizeof info);
  if (::ptrace(PTRACE_GET_SYSCALL_INFO, thread, size, &info) <= 0) return false;
  return info.op == PTRACE_SYSCALL_INFO_ENTRY && changesFiles(info);
}

/// The signal to hand on to a thread that stopped; none for stops that tracing itself makes.
int signalOf(int status) {
  const int signal = WSTOPSIG(status);
  const bool ours = signal == (SIGTRAP | 0x80) || signal == SIGTRAP || signal == SIGSTOP;
  return ours ? 0 : signal;
}

/// The end of the leader is told only when all its threads have been waited for.
int killAndReap(pid_t child) {
  ::kill(child, SIGKILL);
  int status = 0;
  for (pid_t thread = 0; thread != child || WIFSTOPPED(status);) {
    thread = ::waitpid(-1, &status, __WALL);
    if (thread < 0 && errno != EINTR) break;
  }
  return status;
}

}  // namespace

void askToBeTraced() {
  if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(125);
  ::raise(SIGSTOP);
}

std::optional<TracedEnd> killAtWriteCall(pid_t child, std::uint64_t which) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) return std::nullopt;
  const long wishes = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL;
  if (::ptrace(PTRACE_SETOPTIONS, child, nullptr, wishes) != 0) {
    killAndReap(child);
    return std::nullopt;
  }
  TracedEnd end;
  ::ptrace(PTRACE_SYSCALL, child, nullptr, 0);
  for (;;) {
    const pid_t thread = ::waitpid(-1, &status, __WALL);
    if (thread < 0) {
      if (errno == EINTR) continue;
      return std::nullopt;
    }
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (thread != child) continue;
      end.status = status;
      return end;
    }
    if (WSTOPSIG(status) == (SIGTRAP | 0x80) && isAtWriteCall(thread) && ++end.calls == which) {
      end.status = killAndReap(child);
      return end;
    }
    ::ptrace(PTRACE_SYSCALL, thread, nullptr, signalOf(status));
  }
}

}  // namespace minutebook

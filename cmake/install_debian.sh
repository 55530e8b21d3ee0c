#!/usr/bin/env bash
# Installs what a bare Debian 12 needs to build Minutebook, as root or with sudo. Quick when all of
# it is there already. Why each package: docs/dependencies.md.
#
#   cmake/install_debian.sh                what the program needs
#   cmake/install_debian.sh --with-tests   also what the tests need
#   cmake/install_debian.sh --with-clang   also the second compiler
set -euo pipefail

packages=(
  g++ cmake ninja-build ccache mold pkg-config
  capnproto libcapnp-dev librocksdb-dev libssl-dev libsqlite3-dev
  libcli11-dev rapidjson-dev libjemalloc-dev libfmt-dev libkainjow-mustache-dev libtomlplusplus-dev
  libhowardhinnant-date-dev tzdata libevent-dev libqrcodegencpp-dev
)
test_packages=(
  libgtest-dev libgmock-dev librapidcheck-dev nlohmann-json3-dev openssl python3 sqlite3 strace
  chromium firefox-esr zbar-tools
)
# A Node.js from elsewhere brings its own npm, and Debian's would not go beside it.
command -v npm >/dev/null || test_packages+=(nodejs npm)
clang_packages=(clang-14 libclang-rt-14-dev)

for argument in "$@"; do
  case "$argument" in
    --with-tests) packages+=("${test_packages[@]}") ;;
    --with-clang) packages+=("${clang_packages[@]}") ;;
    *)
      echo "$0: '$argument' is not an option. It knows --with-tests and --with-clang." >&2
      exit 2
      ;;
  esac
done

# The packages of the list that are not installed, on one line.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' 2>/dev/null |
    awk '$1 == "ii" { print $2 }')
  comm -23 <(printf '%s\n' "${packages[@]}" | sort -u) <(sort -u <<<"$installed") | xargs
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "This script installs packages on Debian 12, and this does not look like Debian." >&2
  echo "Install what docs/dependencies.md lists by hand, then use the CMake presets." >&2
  exit 5
fi

missing=$(missing_packages)
[[ -n $missing ]] || exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing: $missing" >&2
    echo "Installing them needs root: run this as root, or install sudo and try again." >&2
    exit 5
  fi
  as_root=(sudo)
fi

echo "Installing: $missing"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq)
# One word each, so the list is split on purpose.
# shellcheck disable=SC2086
if ! "${apt[@]}" update ||
  ! "${apt[@]}" install -y --no-install-recommends $missing >/dev/null; then
  echo "Installing packages failed; the lines above say why. Check the network and" >&2
  echo "the package sources of this machine, then run the same command again." >&2
  exit 5
fi

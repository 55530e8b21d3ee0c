#!/bin/sh
# verifier_alone.sh PROGRAM: minutebook-verify is small, and needs neither the store nor the read
# model, so that somebody who trusts nobody can look at what little there is.
set -eu
program=$1
fail() {
  echo "verifier_alone: $*" >&2
  exit 1
}

bare=$(mktemp)
trap 'rm -f "$bare"' EXIT
strip -o "$bare" "$program"
bytes=$(stat -c %s "$bare")
echo "stripped: $bytes bytes"
[ "$bytes" -lt $((8 * 1024 * 1024)) ] || fail "it is larger than 8 MiB"

libraries=$(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
[ -n "$libraries" ] || fail "no library was found at all, so nothing was checked"
echo "needs:" $libraries
for library in $libraries; do
  case $library in
  libcapnp*.so* | libkj*.so* | libcrypto.so* | libjemalloc.so*) ;;
  libstdc++.so* | libgcc_s.so* | libm.so* | libc.so*) ;;
  libasan.so* | libubsan.so*) ;;
  *) fail "$library is not a library that verifying needs" ;;
  esac
done
if nm -C "$program" | grep -Eq ' (rocksdb::|sqlite3_|kainjow::)'; then
  fail "it holds parts of the store, the read model or the reports"
fi

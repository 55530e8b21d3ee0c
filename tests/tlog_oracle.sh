#!/bin/sh
# tlog_oracle.sh ORACLE FIXTURE
#
# Publishes logs of the sizes where tiles begin and end, and asks an independent verifier about
# each.
# One line a size: "pass 257" or "fail 257". Status 0 if all pass.
set -u
if [ $# -ne 2 ]; then
  echo "usage: tlog_oracle.sh ORACLE FIXTURE" >&2
  exit 2
fi
oracle=$1
fixture=$2
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0
for size in 0 1 2 255 256 257 65536 65537; do
  dir=$scratch/$size
  set --
  if vkey=$("$fixture" "$dir" "$size"); then
    if [ -e "$dir/middle.tlog-proof" ]; then set -- -proof "$dir/middle.tlog-proof"; fi
    if "$oracle" -q -dir "$dir" -vkey "$vkey" -index sample "$@" >"$scratch/said" 2>&1; then
      echo "pass $size"
      rm -rf "$dir"
      continue
    fi
    cat "$scratch/said"
  fi
  echo "fail $size"
  status=1
done
exit $status

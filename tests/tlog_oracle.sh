#!/bin/sh
# tlog_oracle.sh ORACLE FIXTURE [SEED]
#
# Publishes logs and asks an independent verifier about each: small ones with the proof of every
# entry, and from every smaller size with its checkpoint and the proof for a witness; those of the
# sizes where tiles begin and end; and 50 random ones, by SEED.
# One line a size: "pass 257" or "fail 257". Status 0 if all pass.
set -u
if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  echo "usage: tlog_oracle.sh ORACLE FIXTURE [SEED]" >&2
  exit 2
fi
oracle=$1
fixture=$2
seed=${3:-1}
# In memory where there is such a place: every file of a log is synced, and here nobody needs it.
scratch=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
status=0

# judge SIZE INDEXES [all]: publishes a log of that size, and has it and its proofs checked.
judge() {
  dir=$scratch/$1
  size=$1
  indexes=$2
  shift 2
  if vkey=$("$fixture" "$dir" "$size" "$@"); then
    set --
    for file in "$dir"/*.tlog-proof; do [ ! -e "$file" ] || set -- "$@" -proof "$file"; done
    for file in "$dir"/old-*; do [ ! -e "$file" ] || set -- "$@" -old "$file"; done
    for file in "$dir"/request-*; do [ ! -e "$file" ] || set -- "$@" -request "$file"; done
    if "$oracle" -q -dir "$dir" -vkey "$vkey" -index "$indexes" "$@" >"$scratch/said" 2>&1; then
      echo "pass $size"
      rm -rf "$dir"
      return
    fi
    cat "$scratch/said"
  fi
  echo "fail $size"
  status=1
}

for size in $(seq 0 40) 255 256 257 258; do judge "$size" all all; done
for size in 511 512 513 65535 65536 65537; do judge "$size" sample; done
echo "random sizes by seed $seed"
for size in $(awk -v seed="$seed" \
  'BEGIN { srand(seed); for (i = 0; i < 50; ++i) print 3 + int(rand() * 69998) }'); do
  judge "$size" sample
done
exit $status

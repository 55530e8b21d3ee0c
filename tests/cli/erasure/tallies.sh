# Every list and the reports that count, as the ledger stood after the entry given as $1: what an
# erasure must leave as it is. Sums come with them, opened from the accounts.
for list in $(minutebook list -q | sed -n 's/^  \([a-z-]*\) .*/\1/p'); do
  minutebook list "$list" --as-of "$1"
done
minutebook status --as-of "$1"
minutebook report transparency --as-of "$1"
minutebook due --as-of "$1"

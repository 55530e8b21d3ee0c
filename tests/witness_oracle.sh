#!/bin/sh
# witness_oracle.sh ORACLE PROGRAM
#
# Publishes a ledger that two witnesses cosign, twice, and has an independent verifier check the
# cosignatures, the quorum, and the requests that a witness was sent. Status 0 if all pass.
set -eu
if [ $# -ne 2 ]; then
  echo "usage: witness_oracle.sh ORACLE PROGRAM" >&2
  exit 2
fi
oracle=$1
program=$2
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'kill $(cat "$scratch"/*.pid 2>/dev/null) 2>/dev/null || true; rm -rf "$scratch"' EXIT
cd "$scratch"
export MINUTEBOOK_LEDGER=$scratch/book XDG_STATE_HOME=$scratch/state

# Waits for a line in a file that a server writes.
line_of() {
  tries=0
  until grep -q "$2" "$1" 2>/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || { echo "$1 does not come to $2" >&2; exit 1; }
    sleep 0.1
  done
  grep "$2" "$1"
}
record() { "$program" record meetingHeld --title "$1" --occurred-at 2026-01-05 -q >>said; }

"$program" init book --origin example.org/judged --title T --keeper K --no-passphrase -q >said
key=$("$program" key list -q | sed -n 's/^Verifier key of this ledger: //p')
for name in a b; do
  "$program" witness init --dir "$name" --name "$name.example/w" --log "$key" -q >"$name.said"
  sed -n 's/^Verifier key: //p' "$name.said" >"$name.key"
  "$program" witness serve --dir "$name" --listen 127.0.0.1:0 >"$name.out" 2>/dev/null &
  echo $! >"$name.pid"
  line_of "$name.out" Listening | sed 's/^Listening on \([^ ]*\) .*/\1/' >"$name.url"
done
policy() {
  echo "log $key"
  echo "witness A $(cat a.key) $(cat a.url)"
  echo "witness B $(cat b.key) $1"
  echo "group both $2 A B"
  echo "quorum both"
}
policy "$(cat b.url)" all >book/policy
"$program" publish out -q >>said
cp out/checkpoint first
for title in One Two Three Four Five Six; do record "$title"; done
"$program" publish out -q >>said
cp out/checkpoint second
for title in Seven Eight; do record "$title"; done
# The third time somebody else stands where B would, and keeps what it is asked.
python3 "$here/witness_capture.py" "$scratch" "$(sed -n 2p first)" >capture.out &
echo $! >capture.pid
policy "$(line_of capture.out http)" any >any.policy
"$program" publish third --policy any.policy -q >>said
"$oracle" -dir out -vkey "$key" -cosigner "$(cat a.key)" -cosigner "$(cat b.key)" -quorum 2 \
  -old first -index all
"$oracle" -dir third -vkey "$key" -cosigner "$(cat a.key)" -quorum 1 -old first -old second \
  -request request-1 -request request-2

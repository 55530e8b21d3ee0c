#!/bin/sh
# Takes today's schema as what release 0.1 promises. For use until 0.1 is released, and never after:
# from then on a release adds a folder of its own, and what lies here stays as it is.
set -eu
cd "$(dirname "$0")/.."
mkdir -p frozen/0.1
for file in *.capnp; do
  # Reasons for saying no are a list, not a format.
  [ "$file" = refusals.capnp ] || cp "$file" frozen/0.1/
done
# "61 meetingHeld": number and name of every kind, in order.
sed -n '/^struct Record {/,/^}/s/^ *\([a-z][A-Za-z]*\) @\([1-9][0-9]*\) :.*/\2 \1/p' statement.capnp \
  > frozen/0.1/kinds.txt

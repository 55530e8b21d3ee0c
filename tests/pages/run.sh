#!/usr/bin/env bash
# Runs the tests of pages in one browser; skipped, with a sentence, only where that is not there.
#
#   run.sh NODE NAME BROWSER PROGRAM MODULES SPOILED
set -euo pipefail
node=$1
name=$2
browser=$3
if [[ -z $node || $node == *-NOTFOUND ]]; then
  echo "Skipped: nodejs is not installed; cmake/install_debian.sh --with-tests installs it."
  exit 77
fi
if [[ -z $browser || $browser == *-NOTFOUND ]]; then
  echo "Skipped: $name is not installed; cmake/install_debian.sh --with-tests installs it."
  exit 77
fi
# Browsers keep things at home; the tests leave nothing there.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home "$node" "$(dirname "${BASH_SOURCE[0]}")/pages.mjs" "$name" "$browser" "$4" "$5" "$6"

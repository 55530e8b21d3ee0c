#!/usr/bin/env bash
# Compares what pages show of every kind with what the program reads; skipped without nodejs.
#
#   kinds.sh NODE PROGRAM SOURCE
set -euo pipefail
node=$1
if [[ -z $node || $node == *-NOTFOUND ]]; then
  echo "Skipped: nodejs is not installed; cmake/install_debian.sh --with-tests installs it."
  exit 77
fi
"$node" "$(dirname "${BASH_SOURCE[0]}")/kinds.mjs" "$2" "$3"

#!/usr/bin/env bash
# Judges every page for people; skipped, with a sentence, only where what it needs is not there.
#
#   reports.sh NODE BROWSER PROGRAM MODULES SOURCE
set -euo pipefail
for needed in "nodejs=$1" "chromium=$2"; do
  if [[ -z ${needed#*=} || $needed == *-NOTFOUND ]]; then
    echo "Skipped: ${needed%%=*} is not installed; cmake/install_debian.sh --with-tests installs it."
    exit 77
  fi
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home "$1" "$(dirname "${BASH_SOURCE[0]}")/reports.mjs" "$2" "$3" "$4" "$5"

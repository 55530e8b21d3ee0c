#!/usr/bin/env bash
# Installs what drives the browsers, once for each package-lock.json.
#
#   install.sh NPM FOLDER
set -euo pipefail
npm=$1
folder=$2
source=$(dirname "${BASH_SOURCE[0]}")
if [[ -z $npm || $npm == *-NOTFOUND ]]; then
  echo "Skipped: npm is not installed; cmake/install_debian.sh --with-tests installs it."
  exit 77
fi
mkdir -p "$folder"
if [[ -d $folder/node_modules ]] && cmp -s "$source/package-lock.json" "$folder/installed.json"; then
  exit 0
fi
cp "$source/package.json" "$source/package-lock.json" "$folder/"
(cd "$folder" && "$npm" ci --omit=dev --ignore-scripts --no-audit --no-fund)
cp "$source/package-lock.json" "$folder/installed.json"

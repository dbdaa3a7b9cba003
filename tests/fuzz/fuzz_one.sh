#!/bin/sh
# fuzz_one.sh EXECUTABLE SEEDS FOLDER DICTIONARY
# Runs one libFuzzer executable for FUZZ_SECONDS. What it learns and what breaks it goes to FOLDER;
# the seeds are only read, and may be missing. So may the dictionary.
set -eu
executable=$1 seeds=$2 folder=$3 dictionary=$4

mkdir -p "$folder/corpus" "$folder/findings"
set -- -max_total_time="${FUZZ_SECONDS:-10}" -timeout=10 -rss_limit_mb=2560 -print_final_stats=1 \
  -artifact_prefix="$folder/findings/"
if [ -f "$dictionary" ]; then set -- "$@" -dict="$dictionary"; fi
set -- "$@" "$folder/corpus"
if [ -d "$seeds" ]; then set -- "$@" "$seeds"; fi
exec "$executable" "$@"

#!/usr/bin/env bash
# Kills real processes of AoBot, as it is published, while Slack fails, and says what came of it: tests/kills.sh [KILLS [FIRST]], 25 kills in one database after
# the other, the first with the seed FIRST; four side by side, as most of the time is spent waiting for what AoBot tries again.
# Needs the .NET SDK and a Release build of tests/AoBot.Tests.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
left=${1:-500} seed=${2:-1} sideBySide=4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export AOBOT_PUBLISHED="$work/published"
dotnet publish src/AoBot --configuration Release --output "$AOBOT_PUBLISHED" >"$work/publish.log" 2>&1 || { tail -40 "$work/publish.log"; exit 1; }

# batch SEED KILLS
batch() {
  local said="$work/$1.said"
  : >"$said"
  AOBOT_SAID=$said AOBOT_KILLS=$2 AOBOT_SEED=$1 dotnet test tests/AoBot.Tests --configuration Release --no-build --nologo --filter 'FullyQualifiedName~KillTests' >"$work/$1.log" 2>&1 || { tail -40 "$work/$1.log"; echo "failed batch: seed $1" >>"$said"; }
  cat "$said"
}

while [ "$left" -gt 0 ]; do
  while [ "$(jobs -rp | wc -l)" -ge "$sideBySide" ]; do wait -n; done
  batch "$seed" $((left < 25 ? left : 25)) &
  seed=$((seed + 1)) left=$((left - 25))
done
wait

cat "$work"/*.said | awk '
  /^failed batch/ { failed++ }
  / kills / { kills += $1; for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^sent,/) sent += $i; if ($(i + 1) ~ /^uncertain,/) uncertain += $i; if ($(i + 1) ~ /^twice,/) twice += $i; if ($(i + 1) ~ /^lost;/) lost += $i } }
  END { printf "%d kills: %d sent, %d uncertain without the history, %d twice, %d lost, %d batches failed\n", kills, sent, uncertain, twice, lost, failed; exit (twice + lost + failed > 0 || kills == 0) }'

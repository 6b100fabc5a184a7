#!/usr/bin/env bash
# Kills real processes of AoBot while Slack fails, and says what came of it: tests/kills.sh [KILLS [FIRST]], 25 kills in one database after the other,
# the first with the seed FIRST: two may run side by side.
# Needs the .NET SDK and a Release build of tests/AoBot.Tests. Takes 4 to 10 s a kill, by the machine.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
left=${1:-500} seed=$((${2:-1} - 1))
said=$(mktemp)
trap 'rm -f "$said"' EXIT
while [ "$left" -gt 0 ]; do
  seed=$((seed + 1)) now=$((left < 25 ? left : 25)) left=$((left - 25))
  : >"$said"
  AOBOT_SAID=$said AOBOT_KILLS=$now AOBOT_SEED=$seed dotnet test tests/AoBot.Tests --configuration Release --no-build --nologo --filter 'FullyQualifiedName~KillTests' >"$said.log" 2>&1 || { tail -40 "$said.log"; echo "failed batch: seed $seed" >>"$said"; }
  rm -f "$said.log"
  cat "$said"
done | tee /dev/stderr | awk '
  /^failed batch/ { failed++ }
  / kills / { kills += $1; for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^sent,/) sent += $i; if ($(i + 1) ~ /^uncertain,/) uncertain += $i; if ($(i + 1) ~ /^twice,/) twice += $i; if ($(i + 1) ~ /^lost;/) lost += $i } }
  END { printf "%d kills: %d sent, %d uncertain without the history, %d twice, %d lost, %d batches failed\n", kills, sent, uncertain, twice, lost, failed; exit (twice + lost + failed > 0 || kills == 0) }'

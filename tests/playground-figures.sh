#!/usr/bin/env bash
# The Playground's figures: tests/playground-figures.sh [REPOSITORY]. Needs git, the .NET SDK, curl, Chromium; packages should be cached, and the machine idle.
set -euo pipefail
repository=${1:-$(git -C "$(dirname "$0")" rev-parse --show-toplevel)}
work=$(mktemp -d); port=$((20000 + RANDOM % 20000)); url=http://localhost:$port; playground=
finish() { [ -z "$playground" ] || kill -INT -- "-$playground" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT
now() { date +%s%N; }
since() { echo $((($(now) - $1) / 1000000)); }
play() { curl -fsS "$url/playground/$1" -H 'Content-Type: application/json' -d "$2"; }
page() { chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --user-data-dir="$work/browser" --timeout=10000 --dump-dom "$1" 2>/dev/null; }

start=$(now)
git clone --quiet "$repository" "$work/aobot"
cd "$work/aobot"
: >"$work/log"
set -m
dotnet run --project src/AoBot.Playground -- --urls "$url" >"$work/log" 2>&1 &
playground=$!
set +m
until grep -q 'is open at' "$work/log"; do kill -0 "$playground" || { cat "$work/log"; exit 1; }; sleep 0.1; done
play command '{"user":"fay","channel":"#alpha_omega","text":"status"}' >/dev/null
page "$url/?as=U0FAY" | grep -q 'KR 4.3 On target'
echo "git clone to /ao status drawn by the browser: $(since "$start") ms"

# The first move also compiles what moves the clock.
for month in 1 2 3; do
  start=$(now)
  play clock '{"advance":"P30D"}' >/dev/null
  echo "30 days of clock, round $month: $(since "$start") ms"
done

# The longer steps of .ci/run, which sources this file.

need_tools() {
  command -v dotnet || { echo 'The .NET SDK is missing (global.json says which).'; return 1; }
  local missing=() as_root=()
  command -v node && command -v npm || missing+=(nodejs npm)
  [ -x /usr/bin/chromium ] || missing+=(chromium fonts-noto-core)
  /usr/bin/python3 -c 'import icalendar, dateutil' || missing+=(python3-icalendar python3-dateutil)
  [ "${#missing[@]}" = 0 ] && return 0
  [ "$(id -u)" = 0 ] || as_root=(sudo -n)
  "${as_root[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# run_tests PROJECT: its tests, counted one by one from the runner's own report.
run_tests() {
  local start=$SECONDS report="$work/$1.trx" log="$work/$1.log" good bad rc=0
  printf '== tests: %s\n' "$1"
  dotnet test "tests/$1" --configuration Release --no-build --logger "trx;LogFileName=$report" --blame-hang-timeout 15m --results-directory "$work/results" >"$log" 2>&1 || rc=$?
  good=$(sed -n 's/.*<Counters .*passed="\([0-9]*\)".*/\1/p' "$report" 2>/dev/null)
  bad=$(sed -n 's/.*<Counters .*failed="\([0-9]*\)".*/\1/p' "$report" 2>/dev/null)
  # A runner that crashed, or that found nothing, has failed.
  if [ "${good:-0}" = 0 ] || { [ "$rc" != 0 ] && [ "${bad:-0}" = 0 ]; }; then bad=$((${bad:-0} + 1)); fi
  count "${good:-0}" "${bad:-0}"
  if [ "${bad:-0}" != 0 ]; then grep -vE '^\s*(Passed|Skipped) ' "$log" | tail -200 | sed 's/^/   /'; fi
  printf '   %s passed, %s failed, %s s\n' "${good:-0}" "${bad:-0}" $((SECONDS - start))
}

# play_seeds COUNT: as many as that, with what happened in them counted. Much is thrown away and little is kept: a large nursery (64 MB, hexadecimal) and no
# instrumented code save a fifth of the time.
play_seeds() { DOTNET_GCgen0size=4000000 DOTNET_TieredPGO=0 AOBOT_SEEDS=$1 AOBOT_SAID="$work/seeds" only 'SeedTests.Whatever' "$work/seeds"; }

# kill_processes COUNT: real ones, with what came of it counted.
kill_processes() { AOBOT_KILLS=$1 AOBOT_SAID="$work/kills" only 'KillTests' "$work/kills"; }

# only TESTS SAID: these of the product's tests, and what they say.
only() {
  local rc=0
  dotnet test tests/AoBot.Tests --configuration Release --no-build --filter "FullyQualifiedName~$1" || rc=1
  cat "$2" || rc=1
  return "$rc"
}

# Signatures grow old: they are judged right after they are made.
check_signatures() {
  AOBOT_SIGNED_REQUESTS="$work/requests.jsonl" dotnet test tests/AoBot.Slack.Tests --configuration Release --no-build --filter SignedRequestsDump &&
    node .ci/third-party/check-signatures.mjs "$work/requests.jsonl"
}

# From a folder and a working directory that are not those of the source: what the page needs must come along.
check_playground() {
  dotnet publish src/AoBot.Playground --configuration Release --no-restore --output "$work/playground" || return 1
  (root=$PWD && cd "$work" && node "$root/.ci/third-party/check-playground.mjs" "$work/playground/AoBot.Playground.dll")
}

# The instructions of one stage of the Dockerfile, each on one line.
stage() { sed -e ':a' -e '/\\$/N; s/\\\n//; ta' Dockerfile | awk -v want="$1" '$1 == "FROM" { now = $NF } now == want && $1 !~ /^#/ && $1 != "FROM" && NF'; }

# Follows the build stage line by line in an empty folder, with what git knows as the context.
publish_as_dockerfile() {
  local context="$work/context" source="$work/image/source" instruction words
  mkdir -p "$context" "$source"
  git ls-files -z | xargs -0 cp --parents -t "$context" || return 1
  COMMIT=$(git rev-parse HEAD)
  export COMMIT
  while read -r instruction words; do
    echo "$instruction $words"
    case $instruction in
      COPY) copy_into "$context" "$source" $words || return 1 ;;
      RUN) (cd "$source" && bash -euc "$words") </dev/null || return 1 ;;
      ARG | WORKDIR) ;;
      *) echo "$instruction is not known here"; return 1 ;;
    esac
  done < <(stage build)
  [ -s "$work/image/app/AoBot.dll" ]
}

# copy_into CONTEXT SOURCE FROM… TO, as COPY does: a folder's content, a file by its name.
copy_into() {
  local context=$1 source=$2 to="$2/${!#}" from; shift 2
  mkdir -p "$to"
  for from in "${@:1:$#-1}"; do
    if [ -d "$context/$from" ]; then cp -r "$context/$from/." "$to" || return 1; else cp "$context/$from" "$to" || return 1; fi
  done
}

# Starts what was published as the container would: its variables, a folder that cannot be written, one that can, and nobody's rights.
try_published() {
  local app="$work/image/app" data="$work/image/data" log="$work/serve.log" secret=not-a-secret-of-anybody port as=() rc=0
  chmod -R a-w,a+rX "$app"
  chmod 755 "$work/image"
  if [ "$(id -u)" = 0 ]; then
    chown 65534:65534 "$data"
    as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    "${as[@]}" dotnet --list-runtimes >/dev/null || { echo 'An unprivileged user cannot run dotnet here: it runs as root.'; as=(); }
  fi

  port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
  local variables=()
  while read -r _ words; do
    words=${words//\"/}
    variables+=("${words//\/data/$data}")
  done < <(stage final | grep '^ENV ')
  # Nothing of Slack is called: its address is one where nobody listens.
  (cd "$app" && exec "${as[@]}" env -i PATH="$PATH" ${DOTNET_ROOT:+DOTNET_ROOT="$DOTNET_ROOT"} HOME=/nonexistent "${variables[@]}" ASPNETCORE_HTTP_PORTS="$port" \
    Slack__SigningSecret="$secret" Slack__BotToken=xoxb-none Slack__ApiUrl=http://127.0.0.1:9/ Program__ChannelId=C0CHANNEL Program__StaffUserIds__0=U0STAFF \
    Program__SeedFile=Seed/2024-Q2-Alpha-Omega.md dotnet AoBot.dll >"$log" 2>&1) &
  server=$!

  for _ in $(seq 120); do
    dotnet "$app/AoBot.dll" health --url "http://127.0.0.1:$port" >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.5
  done
  SIGNING_SECRET=$secret node .ci/third-party/ask-status.mjs "http://127.0.0.1:$port" "$(git rev-parse HEAD)" || rc=1
  [ "$(find "$data" -name 'aobot.db' | wc -l)" = 1 ] || { echo 'The database is not in the data folder.'; rc=1; }

  kill -TERM "$server"
  local code=0
  wait "$server" || code=$?
  server=
  [ "$code" = 0 ] || { echo "It stopped with $code."; rc=1; }
  [ "$rc" = 0 ] || tail -40 "$log"
  return "$rc"
}

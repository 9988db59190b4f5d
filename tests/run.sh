#!/usr/bin/env bash
# Runs every test. Installs what the tests need where it may, and says plainly what it could not install.
#
#   tests/run.sh [--no-build] [--results FOLDER] [PROJECT…] [-- ARGUMENTS OF THE TEST PROGRAMS]
#
# Without a PROJECT (such as ChecklistBot.Rules.Tests) all of tests/ run, fast ones first. Results stay in artifacts/tests.
# The last line is always "N passed, N failed, N skipped"; a test program that ended without its results counts as a failure.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
cd "$root" || exit 1

build=yes
results=$root/artifacts/tests
projects=()
while [ $# -gt 0 ]; do
    case $1 in
        --no-build) build=no ;;
        --results) results=$2; shift ;;
        --) shift; break ;;
        -*) echo "run.sh: unknown option $1" >&2; exit 2 ;;
        *) projects+=("$1") ;;
    esac
    shift
done
arguments=("$@")

say() { printf '%s\n' "$@"; }
end() { say "$1 passed, $2 failed, $3 skipped"; exit "$4"; }

mkdir -p "$results" || { say "run.sh: $results cannot be written."; end 0 1 0 1; }
results=$(cd "$results" && pwd)

# --- A home folder: the .NET SDK, NuGet, npm and the browser keep their caches there --------------------------------------
if [ -z "${HOME:-}" ] || ! mkdir -p "$HOME" 2>/dev/null || [ ! -w "$HOME" ]; then
    export HOME=$root/artifacts/home
    mkdir -p "$HOME" || { say "run.sh: there is no home folder to write to."; end 0 1 0 1; }
    say "HOME is not set or cannot be written: using artifacts/home."
fi
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Settings of the bot in this shell would reach the bots that the tests start.
unset ASPNETCORE_URLS ASPNETCORE_ENVIRONMENT DOTNET_ENVIRONMENT

if ! command -v dotnet >/dev/null; then
    say "The .NET 10 SDK is missing (no \"dotnet\" on the PATH); see https://dot.net."
    end 0 1 0 1
fi

# --- What tests use besides .NET ------------------------------------------------------------------------------------------
apt_is_fresh=no
# install PACKAGE…: 0 when all are installed now.
install() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return 1; fi
    say "Installing $*."
    local log=$results/apt.log
    if [ $apt_is_fresh = no ]; then apt-get update -q >"$log" 2>&1 && apt_is_fresh=yes; fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >>"$log" 2>&1 </dev/null
}

# found NAME…: prints the path of the first that is there.
found() { local name; for name in "$@"; do command -v "$name" 2>/dev/null && return; done; return 1; }

find_chromium() { found ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome-stable google-chrome; }
if chromium=$(find_chromium) || { install chromium fonts-dejavu-core && chromium=$(find_chromium); }; then
    export CHROMIUM=$chromium
else
    say "Could not install chromium: tests in a browser are skipped. Install it, or set CHROMIUM to a Chromium's path."
fi

find_postgres() { ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1; }
find_bouncer() { [ -x /usr/sbin/pgbouncer ] || [ -x /usr/bin/pgbouncer ]; }
install_postgres() {
    # The tests start servers of their own, so the package need not set one up and run it.
    if [ ! -e /etc/postgresql-common/createcluster.conf ] && [ "$(id -u)" = 0 ]; then
        mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    install postgresql
}
if ! find_postgres && ! { install_postgres && find_postgres; }; then
    say "Could not install postgresql: tests with several copies of the bot are skipped. Install Debian's package postgresql."
fi
install_bouncer() {
    install pgbouncer || return
    # The tests start one of their own; the package would run another one from now on.
    if command -v systemctl >/dev/null; then systemctl disable --now pgbouncer >/dev/null 2>&1 || true; fi
}
if ! find_bouncer && ! { install_bouncer && find_bouncer; }; then
    say "Could not install pgbouncer: tests behind a connection pooler are skipped. Install Debian's package pgbouncer."
fi

packages=$(find tests -name package.json -not -path '*/node_modules/*' -not -path '*/bin/*' -not -path '*/obj/*' | sort)
if [ -n "$packages" ]; then
    if ! found npm >/dev/null && ! install nodejs npm; then
        say "Could not install npm: tests with the platforms' own clients are skipped. Install Node.js with npm."
    else
        while read -r package; do
            folder=$(dirname "$package")
            [ -d "$folder/node_modules" ] && continue
            say "Installing npm packages of $folder."
            how=install; [ -f "$folder/package-lock.json" ] && how=ci
            if ! (cd "$folder" && npm $how --no-audit --no-fund --loglevel=error) >"$results/npm.log" 2>&1 </dev/null; then
                tail -n 5 "$results/npm.log"
                rm -rf "$folder/node_modules"
                say "Could not install the npm packages of $folder: tests that use them are skipped."
            fi
        done <<<"$packages"
    fi
fi

# --- Build ----------------------------------------------------------------------------------------------------------------
if [ $build = yes ]; then
    # Locked: a package that the lock files do not name, or that is not what they name, ends the build.
    say "Building (Release)."
    if ! dotnet build ChecklistBot.sln -c Release -p:RestoreLockedMode=true --disable-build-servers >"$results/build.log" 2>&1 </dev/null; then
        grep -E '(error|warning) [A-Za-z]+[0-9]*:|error :' "$results/build.log" | sort -u | head -n 40
        if grep -q NU1004 "$results/build.log"; then
            say "Packages and lock files disagree: run \"dotnet restore ChecklistBot.sln\" and \"dotnet publish src/ChecklistBot -r linux-x64\", and commit what changed."
        fi
        say "The build failed; all of its output is in ${results#"$root"/}/build.log."
        end 0 1 0 1
    fi
fi

# --- Tests ----------------------------------------------------------------------------------------------------------------
if [ ${#projects[@]} -eq 0 ]; then
    for file in tests/*.Tests/*.Tests.csproj; do
        name=$(basename "$file" .csproj)
        case $name in ChecklistBot.Tests | ChecklistBot.Reliability.Tests) ;; *) projects+=("$name") ;; esac
    done
    # These start processes and browsers, and wait for what comes half a minute later.
    projects+=(ChecklistBot.Reliability.Tests ChecklistBot.Tests)
fi

passed=0 failed=0 skipped=0
: >"$results/failed.tsv"; : >"$results/skipped.tsv"

# fail NAME SENTENCE: what is not in a TRX file counts too.
fail() { failed=$((failed + 1)); printf '%s\t%s\n' "$1" "$2" >>"$results/failed.tsv"; }

# Four times what the slowest takes on a quiet machine. A test that hangs is named by the runner long before.
longest=${TEST_TIMEOUT:-900}
limit=(); command -v timeout >/dev/null && limit=(timeout -k 10 "$longest")
for project in "${projects[@]}"; do
    if [ ! -d "tests/$project" ]; then
        fail "$project" "there is no such project in tests"
        continue
    fi
    if [ -z "$(find "tests/$project" -name '*.cs' -not -path '*/obj/*' -not -path '*/bin/*' 2>/dev/null | head -n 1)" ]; then
        say "$project: no tests yet."
        continue
    fi

    program=tests/$project/bin/Release/net10.0/$project.dll
    trx=$results/$project.trx
    log=$results/$project.log
    rm -f "$trx"
    started=$SECONDS
    ${limit[@]+"${limit[@]}"} dotnet "$program" -noColor -noLogo -longRunning 120 -result-trx "$trx" ${arguments[@]+"${arguments[@]}"} >"$log" 2>&1 </dev/null
    code=$?

    lines=""
    [ -f "$trx" ] && lines=$(awk -f tests/trx.awk "$trx")
    p=$(grep -c '^passed	' <<<"$lines"); f=$(grep -c '^failed	' <<<"$lines"); s=$(grep -c '^skipped	' <<<"$lines")
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
    sed -n 's/^failed	//p' <<<"$lines" >>"$results/failed.tsv"
    sed -n 's/^skipped	//p' <<<"$lines" >>"$results/skipped.tsv"
    say "$project: $p passed, $f failed, $s skipped ($((SECONDS - started)) s)"

    if ! grep -qx complete <<<"$lines"; then
        reason="ended with code $code and left no complete results"
        [ $code = 124 ] && reason="was stopped after $longest s"
        fail "$project" "the test program $reason"
        tail -n 30 "$log"
        grep -F '[Long Running Test]' "$log" | tail -n 5
    elif [ $code != 0 ] && [ "$f" = 0 ]; then
        fail "$project" "the test program ended with code $code although no test failed"
        tail -n 30 "$log"
    elif [ "$f" != 0 ]; then
        # The runner's own words, with stack traces, without the noise around them.
        sed -n '/\[FAIL\]/,/^ \{4\}[^ ].*\[SKIP\]\|^  [^ ]\|^===/p' "$log" | head -n 400
    fi
done

# --- Summary --------------------------------------------------------------------------------------------------------------
list() { # list TITLE FILE
    [ -s "$2" ] || return 0
    say "" "$1"
    while IFS=$'\t' read -r name reason; do say "  $name: ${reason:0:300}"; done <"$2"
}
list "Skipped:" "$results/skipped.tsv"
list "Failed:" "$results/failed.tsv"
say ""
[ $((passed + failed)) -gt 0 ] || say "No test ran."
if [ $failed -gt 0 ] || [ $passed -eq 0 ]; then end $passed $failed $skipped 1; fi
end $passed $failed $skipped 0

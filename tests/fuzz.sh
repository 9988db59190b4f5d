#!/usr/bin/env bash
# Fuzzes one parser with AFL++, guided by coverage of the bot's own assemblies.
#
#   tests/fuzz.sh TARGET SECONDS
#
# Begins from tests/ChecklistBot.Fuzz/Corpus/TARGET. Crashes and hangs stay in artifacts/fuzz/TARGET/out/default; one becomes a test by being copied into
# the corpus, whose every file the tests read. Needs Debian's package afl++ and the .NET tool SharpFuzz.CommandLine; installs both where it may.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
target=${1:?usage: tests/fuzz.sh TARGET SECONDS} seconds=${2:?usage: tests/fuzz.sh TARGET SECONDS}
corpus=tests/ChecklistBot.Fuzz/Corpus/$target
[ -d "$corpus" ] || { echo "fuzz.sh: there is no $corpus; targets: $(ls tests/ChecklistBot.Fuzz/Corpus | tr '\n' ' ')" >&2; exit 2; }

if ! command -v afl-fuzz >/dev/null; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends afl++ >/dev/null </dev/null
    fi
    command -v afl-fuzz >/dev/null || { echo "fuzz.sh: afl-fuzz is missing; install Debian's package afl++." >&2; exit 1; }
fi
work=$root/artifacts/fuzz
tool=$work/tool/sharpfuzz
[ -x "$tool" ] || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path "$work/tool" >/dev/null

# The instrumented copies stay apart from what tests and people run.
bin=$work/$target/bin
rm -rf "$bin" "$work/$target/out"
dotnet publish tests/ChecklistBot.Fuzz -c Release -o "$bin" --disable-build-servers >"$work/$target.log" 2>&1 || { tail -n 20 "$work/$target.log"; exit 1; }
for assembly in Rules Assessments Teams Slack; do "$tool" "$bin/ChecklistBot.$assembly.dll" >/dev/null; done

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 DOTNET_TieredPGO=0
nice afl-fuzz -i "$corpus" -o "$work/$target/out" -t 10000 -m none -V "$seconds" -- dotnet "$bin/ChecklistBot.Fuzz.dll" "$target" >"$work/$target.afl.log" 2>&1 || {
    tail -n 20 "$work/$target.afl.log"
    exit 1
}
grep -E 'execs_done|execs_per_sec|corpus_count|edges_found|saved_crashes|saved_hangs' "$work/$target/out/default/fuzzer_stats"

#!/usr/bin/env bash
# The long runs: what tests/run.sh does for seconds, for as long as asked, with the same seed each time.
#
#   tests/soak.sh [SECONDS] [RUN…]      600 seconds a run unless told; the runs are listed below, all of them unless named
#
# Uses the native binary that CHECKLISTBOT_BINARY names, else the managed one. CHECKLISTBOT_SEED gives another seed. Prints a line of figures a run and
# ends non-zero when any fails. Everything stays on loopback and in temporary folders, and stops by itself.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 1
cd "$root" || exit 1

declare -A runs=(
    [copies]="ChecklistBot.Reliability.Tests SeveralCopiesTests"
    [killed-sqlite]="ChecklistBot.Reliability.Tests KilledOnSqliteTests"
    [killed-postgresql]="ChecklistBot.Reliability.Tests KilledOnPostgresqlTests"
    [database-away]="ChecklistBot.Reliability.Tests DatabaseAwayTests"
    [full-disk]="ChecklistBot.Reliability.Tests FullDiskTests"
    [platform-faults]="ChecklistBot.Tests Faults.SimulatedFaultTests"
    [platform-faults-binary]="ChecklistBot.Tests Faults.RealFaultTests"
    [fuzz]="fuzz"
)
order=(copies killed-sqlite killed-postgresql database-away full-disk platform-faults platform-faults-binary fuzz)

seconds=600
if [[ ${1:-} =~ ^[0-9]+$ ]]; then seconds=$1; shift; fi
[ $# -gt 0 ] && order=("$@")

export CHECKLISTBOT_SOAK=$seconds CHECKLISTBOT_SEED=${CHECKLISTBOT_SEED:-20261124}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
results=$root/artifacts/soak
mkdir -p "$results" || exit 1

echo "Building (Release)."
if ! dotnet build ChecklistBot.sln -c Release --disable-build-servers >"$results/build.log" 2>&1 </dev/null; then
    grep -E 'error' "$results/build.log" | sort -u | head -n 20
    exit 1
fi

verdict=0
for run in "${order[@]}"; do
    if [ -z "${runs[$run]:-}" ]; then echo "soak.sh: there is no run $run; runs: ${!runs[*]}" >&2; exit 2; fi
    read -r project class <<<"${runs[$run]}"
    log=$results/$run.log
    started=$SECONDS
    if [ "$project" = fuzz ]; then
        code=0
        : >"$log"
        targets=(tests/ChecklistBot.Fuzz/Corpus/*/)
        for target in "${targets[@]}"; do
            name=$(basename "$target")
            echo "$name:" >>"$log"
            tests/fuzz.sh "$name" $((seconds / ${#targets[@]} + 1)) >>"$log" 2>&1 || code=1
        done
        grep -qE 'saved_crashes +: [1-9]' "$log" && code=1
        figures=$(grep -E 'execs_done' "$log" | awk '{ sum += $3 } END { print sum " inputs" }')
    else
        # Longer than asked: what is in hand is brought to its end, and messages settle.
        timeout -k 10 $((seconds * 2 + 900)) dotnet "tests/$project/bin/Release/net10.0/$project.dll" -noColor -noLogo -showLiveOutput \
            -class "$project.$class" >"$log" 2>&1 </dev/null
        code=$?
        figures=$(sed -n 's/.*\[OUTPUT\] //p' "$log" | tr '\n' ' ')
    fi
    [ $code = 0 ] && word=held || { word="FAILED (artifacts/soak/$run.log)"; verdict=1; }
    echo "$run: $word in $((SECONDS - started)) s. $figures"
done
exit $verdict

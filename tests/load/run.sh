#!/usr/bin/env bash
# Measures the bot's published binary beside a floor, and prints a table. See tests/load/README.md for what the columns mean.
#
#   tests/load/run.sh [--bot FILE] [ARGUMENTS OF THE DRIVER]
#
# Without --bot (or CHECKLISTBOT_BINARY) the bot is published first, which takes some minutes. Uses loopback only, keeps its
# databases in artifacts/load, and ends by itself within 20 minutes.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$root/artifacts/load
mkdir -p "$work/db"

bot=${CHECKLISTBOT_BINARY:-}
if [ "${1:-}" = --bot ]; then bot=${2:?}; shift 2; fi
rid=$(dotnet --info | awk '$1 == "RID:" { print $2; exit }')

publish() { # publish PROJECT FOLDER
    echo "Publishing $1." >&2
    dotnet publish "$1" -c Release -r "$rid" -o "$2" >"$work/publish.log" 2>&1 || { tail -n 20 "$work/publish.log" >&2; exit 1; }
}
if [ -z "$bot" ]; then
    publish src/ChecklistBot "$work/bot"
    bot=$work/bot/ChecklistBot
fi
[ -n "$(find tests/load/Floor -maxdepth 1 -type f -newer "$work/floor/ChecklistBot.Floor" 2>/dev/null)" ] || [ ! -x "$work/floor/ChecklistBot.Floor" ] &&
    publish tests/load/Floor "$work/floor"
dotnet build tests/load/Driver -c Release -v q >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; exit 1; }
exec dotnet tests/load/Driver/bin/Release/net10.0/ChecklistBot.Load.dll \
    --bot "$bot" --floor "$work/floor/ChecklistBot.Floor" --folder "$work/db" "$@"

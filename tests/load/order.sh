#!/usr/bin/env bash
# Writes src/ChecklistBot/native-order.txt anew: the methods that run when people use the bot, in the order in which they run for the first time.
# The published executable has them side by side, so that a sixth of its code is in memory instead of three quarters. See tests/load/README.md.
#
#   tests/load/order.sh
#
# Needs Linux on x64, a C compiler and objdump. Plays the load driver's assessments and the tests that start the binary, about five minutes. What is
# written goes stale gently: a method that is no longer there is passed over, a new one stands with those that nobody calls.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
work=$root/artifacts/order
rm -rf "$work"
mkdir -p "$work"

echo "Publishing." >&2
# Linked anew: one that was published before has no symbols any more.
rm -f src/ChecklistBot/bin/Release/net10.0/linux-x64/native/ChecklistBot
dotnet publish src/ChecklistBot -c Release -r linux-x64 -p:StripSymbols=false -o "$work/bot" >"$work/publish.log" 2>&1 || { tail -n 20 "$work/publish.log" >&2; exit 1; }
cc -O2 -Wall -Wextra -shared -fPIC tests/load/order/record.c -o "$work/record.so"
export METHODS=$work/methods RAN=$work/ran PROGRAM=$work/bot/ChecklistBot
objdump -t "$PROGRAM" | awk '$0 ~ /__managedcode/ { print $1, $NF }' | sort >"$METHODS"

cat >"$work/recorded" <<SCRIPT
#!/bin/sh
LD_PRELOAD=$work/record.so exec $PROGRAM "\$@"
SCRIPT
chmod +x "$work/recorded"

# What is used most comes first: the start and whole assessments, then everything else that the tests do with the binary. Their verdict is none on the
# bot: it stops at every new method.
tests/load/run.sh --bot "$work/recorded" --only teams64,slack64,teams64seen,teams1 --scale 0.3
CHECKLISTBOT_BINARY=$work/recorded dotnet run --project tests/ChecklistBot.Tests -c Release -- -noColor -trait "starts=the binary" >"$work/tests.log" 2>&1 || tail -n 3 "$work/tests.log" >&2

awk '!seen[$0]++' "$RAN" >src/ChecklistBot/native-order.txt
wc -l src/ChecklistBot/native-order.txt

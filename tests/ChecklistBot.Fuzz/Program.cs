using ChecklistBot.Fuzz;
using SharpFuzz;

// ChecklistBot.Fuzz TARGET: reads inputs as the fuzzer gives them. tests/fuzz.sh starts it.
// ChecklistBot.Fuzz TARGET FILE…: reads these files once, for a crash that was found.
if (args.Length == 0 || !Targets.All.TryGetValue(args[0], out var target))
{
    Console.Error.WriteLine($"Usage: ChecklistBot.Fuzz TARGET [FILE…], with one of {string.Join(", ", Targets.All.Keys)}.");
    return 2;
}

foreach (var file in args.Skip(1))
    target(File.ReadAllBytes(file));
if (args.Length > 1)
    return 0;

Fuzzer.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    target(input.ToArray());
});
return 0;

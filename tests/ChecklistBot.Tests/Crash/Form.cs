namespace ChecklistBot.Tests.Crash;

/// <summary>A filled form: sent twice, it is the same turn.</summary>
internal sealed record Form(string Route, KeyValuePair<string, string>[] Fields);

using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Records;

namespace ChecklistBot.Storage.Tables;

/// <summary>The labels of flags in one column, as a JSON array.</summary>
[JsonSerializable(typeof(ImmutableArray<string>))]
internal sealed partial class FlagList : JsonSerializerContext
{
    public static string Write(ImmutableArray<SnapshotText> flags) =>
        JsonSerializer.Serialize([.. flags.Select(flag => flag.Text)], Default.ImmutableArrayString);

    public static ImmutableArray<string> Read(string stored) => JsonSerializer.Deserialize(stored, Default.ImmutableArrayString);
}

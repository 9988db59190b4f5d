using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>How a platform is spoken to.</summary>
internal interface IDialect
{
    /// <summary>A call out of a request.</summary>
    PlatformCall Read(string verb, string path, JsonElement body);

    /// <summary>What the platform answers once it has done it.</summary>
    PlatformAnswer Done(PlatformCall call, string id, string path, JsonElement body);

    /// <summary>An id that it would give its nth message.</summary>
    string Id(int number);

    /// <summary>Failures of its own kind that definitely did nothing.</summary>
    PlatformAnswer NotNow(Random random);

    /// <summary>The message to change is not there.</summary>
    PlatformAnswer NoSuchMessage { get; }
}

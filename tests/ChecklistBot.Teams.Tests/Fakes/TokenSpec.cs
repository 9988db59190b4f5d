namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>A token as Bot Service makes it, unless a test says otherwise.</summary>
internal sealed record TokenSpec
{
    public string Issuer { get; init; } = "https://api.botframework.com";

    public string Audience { get; init; } = TestActivity.AppId;

    public string? ServiceUrl { get; init; } = TestActivity.ServiceUrl;

    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-5);

    public TimeSpan Expires { get; init; } = TimeSpan.FromMinutes(55);

    public string Algorithm { get; init; } = "RS256";
}

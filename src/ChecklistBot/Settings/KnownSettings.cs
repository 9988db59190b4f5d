namespace ChecklistBot.Settings;

/// <summary>Every setting of the bot: what is bound, what a spelling mistake is measured against, and what the sample file must list.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        Text("Urls"),
        Text("PublicUrl"),
        Text("TimeZone"),
        Choice("Storage:Provider", "sqlite", "postgresql"),
        Secret("Storage:ConnectionString"),
        Text("Checklist"),
        Text("Teams:AppId"),
        Text("Teams:TenantId"),
        Choice("Teams:Credential", "ClientSecret", "Certificate", "ManagedIdentity", "WorkloadIdentity"),
        Secret("Teams:ClientSecret"),
        Text("Teams:CertificatePath"),
        Text("Teams:ManagedIdentityClientId"),
        Text("Teams:AllowedTenants:*"),
        Choice("Teams:Authentication", "required", "none"),
        Address("Teams:OpenIdMetadata"),
        Text("Teams:Issuer"),
        Text("Teams:AllowedServiceHosts:*"),
        Secret("Teams:Token"),
        Flag("Teams:Graph:Pin"),
        Address("Teams:Graph:BaseUrl"),
        Secret("Slack:SigningSecret"),
        Secret("Slack:AppToken"),
        Secret("Slack:BotToken"),
        Address("Slack:ApiBaseUrl"),
        Flag("Web:Enabled"),
        Secret("Web:Key"),
    ];

    /// <summary>The sections that are the bot's alone, so that an unknown key below one of them can only be a mistake.</summary>
    public static IReadOnlyList<string> OwnSections { get; } = ["Storage", "Teams", "Slack", "Web"];

    private static KnownSetting Text(string key) => new(key, SettingKind.Text, []);

    private static KnownSetting Secret(string key) => new(key, SettingKind.Secret, []);

    private static KnownSetting Flag(string key) => new(key, SettingKind.Flag, []);

    private static KnownSetting Address(string key) => new(key, SettingKind.Address, []);

    private static KnownSetting Choice(string key, params string[] choices) => new(key, SettingKind.Choice, choices);
}

namespace ChecklistBot.Settings;

/// <summary>Whether each value looks as its setting's kind says, so that binding cannot fail afterwards.</summary>
internal static class FormCheck
{
    public static void Run(SettingsSource source, SettingFindings findings)
    {
        foreach (var setting in KnownSettings.All)
        {
            if (source.Value(setting.Key) is not { } text)
                continue;

            var where = $"(from {source.Origin(setting.Key)})";
            switch (setting.Kind)
            {
                case SettingKind.Flag when !bool.TryParse(text, out _):
                    findings.Refuse(setting.Key, $"\"{text}\" {where} is neither true nor false.", "Write true or false.");
                    break;
                case SettingKind.Choice when !setting.Choices.Contains(text, StringComparer.OrdinalIgnoreCase):
                    findings.Refuse(setting.Key, $"\"{text}\" {where} is not one of its values.", $"Write {Words.OneOf(setting.Choices)}.");
                    break;
                case SettingKind.Address when !IsAddress(text):
                    findings.Refuse(
                        setting.Key,
                        $"\"{text}\" {where} is not an address the bot may call.",
                        "Write an address that begins with https:// (http:// only for this machine itself, such as http://127.0.0.1:9000/).");
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

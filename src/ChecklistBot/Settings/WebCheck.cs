namespace ChecklistBot.Settings;

/// <summary>Whether the web channel would be open to strangers.</summary>
internal static class WebCheck
{
    public static void Run(
        bool isOn, string? key, IReadOnlyList<ListeningAddress> addresses, Uri? publicUrl, SettingFindings findings)
    {
        if (!isOn || key is not null)
            return;

        if (addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
            findings.Refuse(
                "Web:Key",
                $"the web channel is on, and {open.Text} can be reached from other machines, where anyone could read and answer.",
                $"Set Web:Key to a pass phrase, set Web:Enabled to false, or listen on {AddressCheck.DevelopmentDefault} only.");
        else if (publicUrl is { IsLoopback: false })
            findings.Notice(
                $"The web channel has no pass phrase, and PublicUrl is {publicUrl.GetLeftPart(UriPartial.Authority)}: "
                + "whoever reaches that address can read and answer. Set Web:Key to a pass phrase, or Web:Enabled to false.");
    }
}

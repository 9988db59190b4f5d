namespace ChecklistBot.Teams.Authentication;

/// <summary>Which addresses the bot calls at all.</summary>
public static class PlatformAddress
{
    /// <summary>https anywhere, http on this machine only; never one that carries a user name.</summary>
    public static bool IsFetchable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

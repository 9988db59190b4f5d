namespace ChecklistBot.Teams.Authentication;

/// <summary>Whether a request may go on. <see cref="Reason"/> is for operators; the sender learns nothing but the status.</summary>
/// <param name="Status">200 to go on, else the HTTP status of the answer.</param>
/// <param name="Reason">Why not, without anything that the sender wrote.</param>
public sealed record Verdict(int Status, string Reason)
{
    /// <summary>Go on.</summary>
    public static Verdict Accepted { get; } = new(200, "");

    /// <summary>Whether the request goes on.</summary>
    public bool IsAccepted => Status == 200;

    /// <summary>No token, or one that is not the platform's.</summary>
    public static Verdict Unauthenticated(string reason) => new(401, reason);

    /// <summary>The platform's token, but not for this.</summary>
    public static Verdict Forbidden(string reason) => new(403, reason);

    /// <summary>The platform's keys cannot be had just now; the sender does well to try again.</summary>
    public static Verdict Unable(string reason) => new(503, reason);
}

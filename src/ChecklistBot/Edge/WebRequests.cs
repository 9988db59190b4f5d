namespace ChecklistBot.Edge;

/// <summary>Which requests belong to the web channel: whatever is not a platform's or a probe's, so that a new page is guarded from its first day.</summary>
internal static class WebRequests
{
    private static readonly PathString[] Others = ["/api", "/slack", "/health"];

    public static bool IsWeb(HttpContext context) =>
        !Array.Exists(Others, other => context.Request.Path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase));
}

namespace ChecklistBot.Slack.WebApi;

/// <summary>A modal on someone's screen.</summary>
/// <param name="Id">For updates.</param>
/// <param name="Hash">Its state; an update that names an older one is refused with <c>hash_conflict</c>.</param>
public sealed record OpenedView(string Id, string Hash);

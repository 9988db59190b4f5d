namespace ChecklistBot.Slack.Protocol;

/// <summary>A modal that was sent off (<c>view_submission</c>).</summary>
/// <param name="Tenant">The installation's workspace.</param>
/// <param name="Person">Who sent it.</param>
/// <param name="CallbackId">Which kind of modal.</param>
/// <param name="Metadata">What we put into <c>private_metadata</c>; it was in the client's hands since.</param>
/// <param name="Values">The chosen or typed value by <c>block_id</c>; fields left empty are absent.</param>
/// <param name="DedupeKey"><c>view.id</c> and <c>view.hash</c>: a double press of Submit has another trigger.</param>
public sealed record FormSubmitted(
    string Tenant, SlackPerson Person, string CallbackId, string Metadata, IReadOnlyDictionary<string, string> Values, string DedupeKey)
    : SlackInbound
{
    /// <summary>The modal, for updates.</summary>
    public string ViewId { get; init; } = "";
}

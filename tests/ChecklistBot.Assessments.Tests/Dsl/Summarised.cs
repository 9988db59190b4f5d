using System.Globalization;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Makes the lines of lists from states, as the store does.</summary>
internal static class Summarised
{
    public static AssessmentSummary Of(Assessment state, List<Post> posts)
    {
        var revision = state.PinnedRevision ?? state.Decision?.Revision;
        var given = posts.FindLast(post => post.Assessment == state.Id && post.Content is RecommendationContent shown && shown.Revision == revision);
        return new AssessmentSummary
        {
            Id = state.Id,
            Number = state.Number,
            Title = state.Title,
            Phase = state.Phase,
            Revision = state.Revision,
            PathLabel = state.Decision?.Path?.Label,
            Provisional = state.Decision is { Provisional: true },
            Flags = state.Decision is { } decision ? [.. decision.Flags.Select(flag => flag.Text)] : [],
            StartedAt = state.StartedAt,
            DecidedAt = state.Decision?.At,
            DecidedRevision = state.Decision?.Revision ?? 0,
            PinnedRevision = state.PinnedRevision,
            PinnedDecision = state.PinnedRevision == state.Decision?.Revision ? null : state.Decisions.FirstOrDefault(one => one.Revision == state.PinnedRevision),
            Thread = state.Thread,
            Link = given is { IsDeleted: false } ? Link(posts, given) : null,
            LinkGone = given is { IsDeleted: true },
        };
    }

    /// <summary>The address of a message.</summary>
    public static string Link(List<Post> posts, Post post) =>
        string.Create(CultureInfo.InvariantCulture, $"https://example.org/m/{posts.FindIndex(one => ReferenceEquals(one, post)) + 1}");
}

using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Teams.Connector;

/// <summary>A call either reached the platform and has its reply, or has an outcome already.</summary>
internal readonly record struct CallResult(PlatformReply? Reply, DeliveryOutcome? Outcome)
{
    public static implicit operator CallResult(PlatformReply reply) => new(reply, null);

    public static implicit operator CallResult(DeliveryOutcome outcome) => new(null, outcome);
}

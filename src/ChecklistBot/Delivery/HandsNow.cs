using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>What may be taken now.</summary>
/// <param name="Limit">So many conversations of those that <paramref name="Others"/> lets pass.</param>
/// <param name="Others">All but what is silent or has its share.</param>
/// <param name="Probes">The silent tenants that may be probed in one conversation more; null for none.</param>
/// <param name="IsTroubled">Whether something is slow or silent, so that there may be more to take than <paramref name="Limit"/> at once.</param>
/// <param name="LookAgain">Hands are wanted and so soon one may be free without any visit being over; null when only that makes one free.</param>
internal readonly record struct HandsNow(int Limit, DueFilter Others, DueFilter? Probes, bool IsTroubled, TimeSpan? LookAgain);

namespace ChecklistBot.Teams.Authentication;

/// <summary>What a token that passed every check says about the request that it came with.</summary>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>; null where absent.</param>
/// <param name="Endorsements">The channels for which its signing key may vouch.</param>
/// <param name="ExpiresAt">When the token ends, without any tolerance.</param>
public sealed record CheckedToken(string? ServiceUrl, IReadOnlySet<string> Endorsements, DateTimeOffset ExpiresAt);

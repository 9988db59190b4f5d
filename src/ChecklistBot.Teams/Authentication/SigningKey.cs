using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Teams.Authentication;

/// <summary>A published key.</summary>
/// <param name="Key">The RSA key itself.</param>
/// <param name="Endorsements">The channels that it may vouch for: the key's own member <c>endorsements</c>, which is no part of the JWK standard.</param>
public sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

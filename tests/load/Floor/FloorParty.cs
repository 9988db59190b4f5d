namespace ChecklistBot.Floor;

/// <summary>A person or a conversation.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">A person's name.</param>
/// <param name="TenantId">A conversation's tenant.</param>
internal sealed record FloorParty(string? Id, string? Name, string? TenantId);

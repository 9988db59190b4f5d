namespace ChecklistBot.Teams.Manifest;

/// <summary>What the app's package says about this installation.</summary>
/// <param name="AppId">Application (client) id of the Entra app; the app in Teams has the same id.</param>
/// <param name="Site">An https address where people find out more.</param>
/// <param name="Version">Three numbers; an upload replaces the app only when it is higher.</param>
/// <param name="PinsThroughGraph">Whether the app says which Entra app calls Microsoft Graph.</param>
public sealed record TeamsPackageContent(Guid AppId, Uri Site, string Version, bool PinsThroughGraph);

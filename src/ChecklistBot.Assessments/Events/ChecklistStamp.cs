namespace ChecklistBot.Assessments.Events;

/// <summary>Which checklist an assessment or a decision used.</summary>
/// <param name="Id">The checklist's id.</param>
/// <param name="Version">Its version as written in the file.</param>
/// <param name="Hash">SHA-256 of the file, in hexadecimal.</param>
public sealed record ChecklistStamp(string Id, string Version, string Hash);

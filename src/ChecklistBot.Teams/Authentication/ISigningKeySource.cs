namespace ChecklistBot.Teams.Authentication;

/// <summary>Where the published keys come from.</summary>
public interface ISigningKeySource
{
    /// <summary>Downloads all keys, by their id.</summary>
    /// <returns>Null where they could not be had.</returns>
    Task<IReadOnlyDictionary<string, SigningKey>?> DownloadAsync(CancellationToken cancellationToken);
}

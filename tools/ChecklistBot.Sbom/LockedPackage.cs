using System.Collections.Immutable;

namespace ChecklistBot.Sbom;

/// <summary>A package as a lock file names it.</summary>
/// <param name="Id">Its name, in the author's spelling.</param>
/// <param name="Version">The one that is restored.</param>
/// <param name="ContentHash">SHA-512 of its content, in base64, as NuGet computes it.</param>
/// <param name="Dependencies">Names of the packages that it needs itself.</param>
internal sealed record LockedPackage(string Id, string Version, string ContentHash, ImmutableArray<string> Dependencies);

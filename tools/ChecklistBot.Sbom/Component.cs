namespace ChecklistBot.Sbom;

/// <summary>A package with its licence.</summary>
/// <param name="Package">What is restored.</param>
/// <param name="Licence">An SPDX expression.</param>
internal sealed record Component(LockedPackage Package, string Licence);

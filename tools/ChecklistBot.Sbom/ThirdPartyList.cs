using System.Text;

namespace ChecklistBot.Sbom;

/// <summary>The list of other people's work for people to read.</summary>
internal static class ThirdPartyList
{
    private const string Head = """
        # Other people's work in ChecklistBot

        Every package that is restored, with its version and its licence (an SPDX expression), as the lock files name them. A test keeps this file in step:
        `UPDATE_GOLDEN=1` writes it anew. `.ci/run` puts the same about the binary into `artifacts/sbom.json` (CycloneDX 1.6). The binary also holds the
        parts of .NET and ASP.NET Core that it uses (MIT). What the tests take from npm stands in the `package-lock.json` files, each with its licence.

        """;

    public static string Write(IEnumerable<Component> shipped, IEnumerable<Component> others)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        Append(text, "In the binary", shipped);
        text.Append('\n');
        Append(text, "To build, test and measure", others);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IEnumerable<Component> components)
    {
        text.Append("## ").Append(title).Append("\n\n| package | version | licence |\n|---|---|---|\n");
        foreach (var component in components)
            text.Append("| ").Append(component.Package.Id).Append(" | ").Append(component.Package.Version).Append(" | ").Append(component.Licence).Append(" |\n");
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ChecklistBot.Load;

/// <summary>What is measured, where.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        Usage: ChecklistBot.Load --bot FILE --floor FILE [--folder FOLDER] [--only NAME,…] [--scale NUMBER] [--stored NUMBER]
                                [--postgresql CONNECTION] [--away MILLISECONDS] [--smoke]
          --bot      the bot: its published binary, or its .dll (else the variable CHECKLISTBOT_BINARY)
          --floor    the floor: its published binary, or its .dll
          --folder   for databases; on a real disk (default: the present folder)
          --only     floor, teams, slack, start, or single scenarios such as teams64, teams64seen, slack1; everything when left out
          --scale    multiplies how many assessments are played (default 1)
          --stored   so many finished assessments are in the database beforehand (Teams only)
          --postgresql  the bot keeps everything on this server, where the connection's user may create databases
          --away     that server is so far away: the way there and back takes so much longer (0, 2, 4, …; default 0)
          --smoke    a few assessments on each platform: shows that everything works, measures nothing worth reading
        """;

    public string Bot { get; private init; } = Environment.GetEnvironmentVariable("CHECKLISTBOT_BINARY") ?? "";

    public string Floor { get; private init; } = "";

    public string Folder { get; private init; } = Environment.CurrentDirectory;

    /// <summary>Empty for everything.</summary>
    public IReadOnlyList<string> Only { get; private init; } = [];

    public double Scale { get; private init; } = 1;

    public int Stored { get; private init; }

    /// <summary>Empty for SQLite.</summary>
    public string PostgreSql { get; private init; } = "";

    /// <summary>A round trip to the server, on top of what this machine takes.</summary>
    public TimeSpan Away { get; private init; }

    public bool IsSmoke { get; private init; }

    /// <summary>The whole run ends by then in any case.</summary>
    public TimeSpan Limit => IsSmoke ? TimeSpan.FromMinutes(2) : TimeSpan.FromMinutes(20);

    public bool Includes(string name) => Only.Count == 0 || Only.Contains(name);

    public static bool TryRead(string[] args, [NotNullWhen(true)] out LoadOptions? options, [NotNullWhen(false)] out string? fault)
    {
        options = null;
        fault = null;
        var read = new LoadOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            switch (args[i])
            {
                case "--smoke":
                    read = read with { IsSmoke = true };
                    continue;
                case "--bot":
                    read = read with { Bot = value };
                    break;
                case "--floor":
                    read = read with { Floor = value };
                    break;
                case "--folder":
                    read = read with { Folder = Path.GetFullPath(value) };
                    break;
                case "--only":
                    read = read with { Only = value.Split(',') };
                    break;
                case "--scale" when double.TryParse(value, CultureInfo.InvariantCulture, out var scale) && scale > 0:
                    read = read with { Scale = scale };
                    break;
                case "--stored" when int.TryParse(value, CultureInfo.InvariantCulture, out var stored) && stored >= 0:
                    read = read with { Stored = stored };
                    break;
                case "--postgresql" when value.Length > 0:
                    read = read with { PostgreSql = value };
                    break;
                case "--away" when double.TryParse(value, CultureInfo.InvariantCulture, out var away) && away >= 0:
                    read = read with { Away = TimeSpan.FromMilliseconds(away) };
                    break;
                default:
                    fault = $"{args[i]} {value} is not understood.\n{Usage}";
                    return false;
            }

            i++;
        }

        if (Missing(read) is { } missing)
        {
            fault = $"{missing}\n{Usage}";
            return false;
        }

        options = read;
        return true;
    }

    private static string? Missing(LoadOptions read)
    {
        if (!File.Exists(read.Bot))
            return $"There is no bot at \"{read.Bot}\".";
        if (!File.Exists(read.Floor))
            return $"There is no floor at \"{read.Floor}\".";
        if (read is { PostgreSql.Length: > 0, Stored: > 0 })
            return "Stored assessments are made in SQLite only.";
        return Directory.Exists(read.Folder) ? null : $"There is no folder {read.Folder}.";
    }
}

using ChecklistBot.Settings;
using ChecklistBot.Tests.Harness;
using Microsoft.Extensions.Configuration;

namespace ChecklistBot.Tests.Start;

public sealed class SampleFileTests
{
    private static readonly string Sample = Repository.File("appsettings.sample.json");

    [Fact]
    public void The_sample_lists_every_setting_and_no_other()
    {
        var listed = new ConfigurationBuilder().AddJsonFile(Sample).Build().AsEnumerable()
            .Where(pair => pair.Value is not null)
            .Select(pair => pair.Key)
            .Order(StringComparer.Ordinal);
        var known = KnownSettings.All.Select(setting => setting.Key.Replace(":*", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Assert.Equal(known, listed);
    }

    [Fact]
    public void Every_setting_of_the_sample_has_a_comment_above_it_or_above_its_group()
    {
        var bare = new List<string>();
        var commented = false;
        foreach (var line in File.ReadLines(Sample).Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
                commented = true;
            else if (line.Length == 0 || line is "{" or "}" or "},")
                commented = false;
            else if (line.StartsWith('"') && !line.EndsWith('{') && !commented)
                bare.Add(line);
        }

        Assert.Empty(bare);
    }

    [Fact]
    [Trait("starts", "the binary")]
    public async Task The_sample_copied_as_it_is_starts_the_bot()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Files = { ["appsettings.json"] = await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken) } });

        using var answer = await bot.Http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.DoesNotContain("Note:", bot.Output, StringComparison.Ordinal);
    }
}

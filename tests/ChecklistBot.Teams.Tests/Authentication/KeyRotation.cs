using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Authentication;

/// <summary>Vectors A9 and A10, and what happens when the platform's keys cannot be had.</summary>
public class KeyRotation
{
    private readonly TestKey first = new("key-1", "msteams");
    private readonly TestKey second = new("key-2", "msteams");

    [Fact]
    public async Task A9_A_rotated_key_is_found_by_one_more_download()
    {
        await using var checker = await Checker.StartAsync(first);
        Assert.Equal(200, await checker.StatusAsync(first.Header(new TokenSpec())));
        checker.Server.Keys.Add(second);

        Assert.Equal(200, await checker.StatusAsync(second.Header(new TokenSpec())));
        Assert.Equal(2, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task A10_A_flood_of_unknown_key_ids_costs_one_download_in_five_minutes()
    {
        await using var checker = await Checker.StartAsync(first);
        await checker.StatusAsync(first.Header(new TokenSpec()));

        var flood = TestKey.Many(100, "made-up-").ToList();
        var answers = await Task.WhenAll(flood.Select(key => checker.StatusAsync(key.Header(new TokenSpec()))));
        Assert.All(answers, status => Assert.Equal(401, status));
        Assert.Equal(2, checker.Server.KeyDownloads);

        checker.Time.Advance(SigningKeys.ForcedInterval);
        await checker.StatusAsync(flood[0].Header(new TokenSpec()));
        await checker.StatusAsync(flood[1].Header(new TokenSpec()));
        Assert.Equal(3, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task Many_first_requests_share_one_download()
    {
        await using var checker = await Checker.StartAsync(first);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => checker.StatusAsync(first.Header(new TokenSpec()))));

        Assert.All(answers, status => Assert.Equal(200, status));
        Assert.Equal(1, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task Without_any_keys_the_sender_is_asked_to_try_again_and_a_failed_first_download_is_mended()
    {
        await using var checker = await Checker.StartAsync(first);
        checker.Server.Fails = true;
        Assert.Equal(503, await checker.StatusAsync(first.Header(new TokenSpec())));
        Assert.Equal(503, await checker.StatusAsync(first.Header(new TokenSpec())));
        Assert.Equal(1, checker.Server.KeyDownloads);

        checker.Server.Fails = false;
        checker.Time.Advance(SigningKeys.RetryInterval);
        Assert.Equal(200, await checker.StatusAsync(first.Header(new TokenSpec())));
    }

    [Fact]
    public async Task Neither_a_failure_nor_a_flood_lasts_longer_where_the_clock_is_set_back()
    {
        await using var checker = await Checker.StartAsync(first);
        checker.Server.Fails = true;
        Assert.Equal(503, await checker.StatusAsync(first.Header(new TokenSpec())));
        checker.Server.Fails = false;
        checker.Time.SetBack(TimeSpan.FromMinutes(4));
        checker.Time.Advance(SigningKeys.RetryInterval);
        Assert.Equal(200, await checker.StatusAsync(first.Header(new TokenSpec())));

        Assert.Equal(401, await checker.StatusAsync(second.Header(new TokenSpec())));
        checker.Server.Keys.Add(second);
        checker.Time.SetBack(SigningKeys.ForcedInterval);
        checker.Time.Advance(SigningKeys.ForcedInterval);
        Assert.Equal(200, await checker.StatusAsync(second.Header(new TokenSpec())));
    }

    [Fact]
    public async Task A_failed_renewal_keeps_the_keys_at_hand()
    {
        await using var checker = await Checker.StartAsync(first);
        await checker.StatusAsync(first.Header(new TokenSpec()));
        checker.Server.Fails = true;
        checker.Time.Advance(SigningKeys.Lifetime + TimeSpan.FromHours(1));

        var later = new TokenSpec { Expires = TimeSpan.FromHours(30) };
        Assert.Equal(200, await checker.StatusAsync(first.Header(later)));
        Assert.Equal(2, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task A_key_that_is_withdrawn_is_forgotten_within_a_day()
    {
        await using var checker = await Checker.StartAsync(first, second);
        await checker.StatusAsync(first.Header(new TokenSpec()));
        checker.Server.Keys.Remove(first);
        checker.Time.Advance(SigningKeys.Lifetime);

        Assert.Equal(401, await checker.StatusAsync(first.Header(new TokenSpec { Expires = TimeSpan.FromHours(30) })));
    }

    [Fact]
    public async Task A_checked_token_is_remembered_until_it_expires_and_no_longer()
    {
        await using var checker = await Checker.StartAsync(first);
        var header = first.Header(new TokenSpec { Expires = TimeSpan.FromMinutes(10) });
        Assert.Equal(200, await checker.StatusAsync(header));
        Assert.Equal(1, checker.Passed.Count);

        checker.Time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(200, await checker.StatusAsync(header));
        checker.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(401, await checker.StatusAsync(header));
        Assert.Equal(0, checker.Passed.Count);
    }

    [Fact]
    public void Remembered_tokens_are_bounded()
    {
        var passed = new CheckedTokens(TimeProvider.System);
        var result = new CheckedToken(null, new HashSet<string>(), DateTimeOffset.MaxValue - TokenChecker.ClockSkew);
        for (var number = 0; number < 5000; number++) passed.Keep($"token {number}", result);

        Assert.InRange(passed.Count, 1, 500);
    }
}

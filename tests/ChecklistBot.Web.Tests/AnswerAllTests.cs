using System.Net;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests;

public sealed class AnswerAllTests : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_answers_of_the_form_are_one_turn_and_items_left_alone_are_left_out()
    {
        using var answer = await server.PostAsync(
            "/answers", ("who", "Chi"), ("room", "main"), ("token", "t"), ("action", "submit:3"), ("answer.frequency", "hourly"), ("answer.reach", "not-sure"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/?room=main&who=Chi", answer.Headers.Location?.OriginalString);
        var turn = Assert.Single(server.Turns.Turns);
        var submitted = Assert.IsType<Submitted>(turn.Utterance);
        Assert.Equal("submit:3", submitted.Action);
        Assert.Equal(
            [KeyValuePair.Create("frequency", "hourly"), KeyValuePair.Create("reach", "not-sure")], submitted.Answers.OrderBy(static a => a.Key));
        Assert.Equal("web:main:chi\nt:submit:3:frequency=hourly&reach=not-sure", turn.DedupeKey);
    }

    [Fact]
    public async Task A_form_that_is_no_longer_open_says_so()
    {
        using var answer = await server.GetAsync("/form?room=main&who=Ann&action=form:9");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "There is nothing to fill in here any more", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("room=main&action=form:3", "Say who you are")]
    [InlineData("room=main&who=Ann", "No card of this room has that button")]
    public async Task A_form_of_nobody_or_for_nothing_is_refused(string query, string sentence)
    {
        using var answer = await server.GetAsync("/form?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}

using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.Turns;

namespace ChecklistBot.Slack.Tests.BlockKit;

public sealed class ModalTests
{
    [Fact]
    public void The_form_is_filled_with_ones_own_answers_and_each_item_may_stay_as_it_is()
    {
        using var view = JsonDocument.Parse(AnswerFormModal.Render(SampleCards.Form(), Modals.Context));
        var blocks = view.RootElement.GetProperty("blocks");
        Assert.Equal(6, blocks.GetArrayLength());
        var first = blocks[0];
        Assert.Equal("item-1", first.GetProperty("block_id").GetString());
        Assert.True(first.GetProperty("optional").GetBoolean());
        var element = first.GetProperty("element");
        Assert.Equal("radio_buttons", element.GetProperty("type").GetString());
        // Slack wants the initial option to equal one of the options exactly.
        Assert.Equal(element.GetProperty("options")[1].GetRawText(), element.GetProperty("initial_option").GetRawText());
    }

    [Fact]
    public void An_item_that_was_not_answered_has_nothing_chosen()
    {
        using var view = JsonDocument.Parse(AnswerFormModal.Render(SampleCards.Form(selected: null), Modals.Context));
        Assert.False(view.RootElement.GetProperty("blocks")[0].GetProperty("element").TryGetProperty("initial_option", out _));
    }

    [Fact]
    public void More_than_ten_options_become_a_select()
    {
        using var view = JsonDocument.Parse(AnswerFormModal.Render(SampleCards.Form(options: 11), Modals.Context));
        Assert.Equal("static_select", view.RootElement.GetProperty("blocks")[0].GetProperty("element").GetProperty("type").GetString());
    }

    [Fact]
    public void Titles_and_buttons_of_a_modal_keep_to_24_characters()
    {
        var view = SmallModals.Confirm(new ButtonConfirmation(new string('q', 90), new string('c', 4000), new string('y', 90), new string('n', 90)), Modals.Context);
        using var json = JsonDocument.Parse(view);
        Assert.All(
            new[] { "title", "submit", "close" },
            name => Assert.InRange(json.RootElement.GetProperty(name).GetProperty("text").GetString()!.Length, 1, 24));
        Assert.All(json.RootElement.GetProperty("blocks").EnumerateArray(), block => Assert.InRange(block.GetProperty("text").GetProperty("text").GetString()!.Length, 1, 3000));
    }

    [Fact]
    public void A_modal_remembers_where_it_was_opened()
    {
        var context = new ModalContext(Modals.Seal, "U1", new SlackPlace("T1", "C1", "1.1"), "name~x", "2.2", "input");
        Assert.Equal(context, Read(context.Write()));
        Assert.Null(Read("{}"));
        Assert.Null(Read(""));
        Assert.Null(Read("""{"c":5,"a":[]}"""));
        Assert.Null(Read("""{"c":"C1","a":"name~x","f":""}"""));
        Assert.Null(Read("""{"c":"C1","a":"name~x","f":"","s":""}"""));
    }

    [Fact]
    public void A_modal_is_of_use_to_nobody_but_the_one_who_opened_it()
    {
        var written = new ModalContext(Modals.Seal, "U1", new SlackPlace("T1", "C1", "1.1"), "name~x", "2.2", "input").Write();
        Assert.NotNull(Read(written));
        Assert.Null(Read(written, user: "U2"));
        Assert.Null(Read(written, tenant: "T2"));
        Assert.Null(ModalContext.Read(new ModalSeal(new SlackSettings { BotToken = "xoxb-2" }), "T1", "U1", written));
        foreach (var (was, becomes) in new[] { ("C1", "C2"), ("1.1", "1.2"), ("name~x", "name~y"), ("2.2", "2.3"), ("input", "delay") })
            Assert.Null(Read(written.Replace($"\"{was}\"", $"\"{becomes}\"", StringComparison.Ordinal)));
    }

    private static ModalContext? Read(string metadata, string tenant = "T1", string user = "U1") => ModalContext.Read(Modals.Seal, tenant, user, metadata);

    [Theory]
    [InlineData("end~1", null), InlineData("name~1", "New title")]
    public void A_press_on_what_asks_first_carries_what_to_ask(string action, string? label)
    {
        var button = new CardButton { Label = "x", Action = action, Input = label is null ? null : new ButtonInput(label, "CRM\nto accounting", 80) };
        var press = ActionIds.Read(ActionIds.Of(button, "1"), ActionIds.Value(button));
        Press wanted = label is null ? new DirectPress(action) : new AskPress(action, new ButtonInput(label, "CRM to accounting", 80));
        Assert.Equal(wanted, press);
    }

    [Theory]
    [InlineData("more:m", "!end~1"), InlineData("more:m", ".pace~1"), InlineData("more:m", ""), InlineData("ask:1", "x"), InlineData("ask:1", "a 0 b"), InlineData("", ""), InlineData("tap:1", "x y z")]
    public void Any_press_is_read(string actionId, string value) => Assert.NotNull(ActionIds.Read(actionId, value));
}

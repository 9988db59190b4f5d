using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.BlockKit;

/// <summary>
/// What Slack gets, kept in files and looked at when it changes. A test that fails writes what it got beside the file, as
/// <c>NAME.received.json</c>; renaming it to <c>NAME.json</c> accepts it.
/// </summary>
public sealed class GoldenTests
{
    private static readonly SlackPreview Preview = new();

    public static TheoryData<string> Cards => new(SampleCards.All.Keys);

    [Theory, MemberData(nameof(Cards))]
    public Task A_card_is_drawn_as_it_was_looked_at(string name) => IsAsIn(name, Preview.Render(SampleCards.All[name]));

    [Fact]
    public Task The_form_is_drawn_as_it_was_looked_at() =>
        IsAsIn("modal-answers", Indent(AnswerFormModal.Render(SampleCards.Form(2), Modals.Context)));

    [Fact]
    public Task A_question_before_a_risky_step_is_drawn_as_it_was_looked_at() =>
        IsAsIn("modal-confirm", Indent(SmallModals.Confirm(SampleCards.More.Menu[3].Confirmation!, Modals.Context)));

    [Fact]
    public Task A_line_of_text_is_asked_for_as_it_was_looked_at() =>
        IsAsIn("modal-input", Indent(SmallModals.Ask("Rename", SampleCards.More.Menu[1].Input!, Modals.Context)));

    private static string Indent(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            document.RootElement.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task IsAsIn(string name, string got)
    {
        var folder = Path.Combine(Repository.Tests, "BlockKit", "Golden");
        var file = Path.Combine(folder, name + ".json");
        var cancellation = TestContext.Current.CancellationToken;
        got = got.ReplaceLineEndings("\n") + "\n";
        var wanted = File.Exists(file) ? await File.ReadAllTextAsync(file, cancellation) : "";
        if (got == wanted)
            return;
        Directory.CreateDirectory(folder);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(file, got, cancellation);
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, name + ".received.json"), got, cancellation);
        Assert.Fail($"{name}.json differs from {name}.received.json beside it.");
    }
}

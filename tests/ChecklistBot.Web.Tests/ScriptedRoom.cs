using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using Microsoft.Playwright;

namespace ChecklistBot.Web.Tests;

/// <summary>A room with one card, whose page is visited with its script running.</summary>
public abstract class ScriptedRoom : IAsyncLifetime
{
    private protected RoomServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RoomServer.StartAsync();
        Server.Rooms.Add("main", null, null, SampleCards.All["split"]);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IPage> VisitAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var listening = page.WaitForResponseAsync("**/events?**");
        await page.GotoAsync(Server.At("/?who=Ann").AbsoluteUri);
        await listening;
        return page;
    }

    private protected async Task<Turn> NextTurnAsync(int seen)
    {
        while (Server.Turns.Turns.Count <= seen)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return Server.Turns.Turns.ElementAt(seen);
    }

    private protected void Change(Card card)
    {
        Server.Rooms.Change("main", 1, m => m with { Card = card });
        Server.Hub.Signal("main");
    }

    private protected void Say(string words)
    {
        Server.Rooms.Add("main", "Ben", words, null);
        Server.Hub.Signal("main");
    }
}

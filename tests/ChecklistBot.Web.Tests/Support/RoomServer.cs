using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>The web channel on a real Kestrel on a free port of the loopback address, over fakes of the rest.</summary>
internal sealed class RoomServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RoomServer(WebApplication app, FakeRooms rooms, FakeTurns turns)
    {
        this.app = app;
        Rooms = rooms;
        Turns = turns;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public FakeRooms Rooms { get; }

    public FakeTurns Turns { get; }

    public Uri Address { get; }

    /// <summary>Follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public RoomHub Hub => app.Services.GetRequiredService<RoomHub>();

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public static async Task<RoomServer> StartAsync(WebChannelSettings? settings = null, int port = 0, bool previews = true, TimeProvider? time = null)
    {
        var rooms = new FakeRooms();
        var turns = new FakeTurns();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrel().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton<IRooms>(rooms).AddSingleton<ITurnHandler>(turns);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        if (previews)
        {
            builder.Services.AddSingleton<ICardPreview>(new FakePreview("Teams")).AddSingleton<ICardPreview>(new FakePreview("Slack"));
        }

        builder.Services.AddWeb(settings ?? new WebChannelSettings());
        var app = builder.Build();
        app.UseRouting();
        app.MapWeb();
        await app.StartAsync();
        return new RoomServer(app, rooms, turns);
    }

    /// <summary>The whole address of a path.</summary>
    public Uri At(string path) => new(Address, path);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(At(path), TestContext.Current.CancellationToken);

    public Task<string> ReadAsync(string path) => Client.GetStringAsync(At(path), TestContext.Current.CancellationToken);

    /// <summary>Sends a form as the page would.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(static f => KeyValuePair.Create(f.Name, f.Value)));
        return await Client.PostAsync(At(path), content, TestContext.Current.CancellationToken);
    }

    /// <summary>Says that the process stops, and returns when everybody has been told; nothing need have ended yet.</summary>
    public void AnnounceStop() => app.Lifetime.StopApplication();

    /// <summary>Ends the process as Ctrl+C would.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}

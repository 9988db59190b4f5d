using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Endpoint;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Cards;
using ChecklistBot.Teams.Tests.Fakes;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Teams.Tests.Endpoint;

/// <summary>Whatever arrives, the answer is calm: 200, 400, 403, 413 or 501, never an exception, and no turn without usable ids.</summary>
public class FuzzTests
{
    private const int Activities = 10_000;

    private static readonly int[] Calm = [200, 400, 403, 413, 501];

    [Fact]
    public void Ten_thousand_damaged_activities_get_a_calm_answer()
    {
        var endpoint = OpenEndpoint();
        Gen.Int.Sample(seed => Answer(endpoint, Mutation.Apply(Known(new Random(seed)), new Random(seed))), iter: Activities, threads: 1);
    }

    [Fact]
    public void Ten_thousand_activities_of_the_protocols_schema_get_a_calm_answer()
    {
        var schema = JsonNode.Parse(SharedData.Schema("botframework-protocol.json"))!.AsObject();
        var endpoint = OpenEndpoint();
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                var activity = new SchemaActivities(schema, random).Next();
                activity["channelId"] = "msteams";
                activity["serviceUrl"] = "http://127.0.0.1:1/";
                Answer(endpoint, Mutation.Apply(activity, random));
            },
            iter: Activities,
            threads: 1);
    }

    [Fact]
    public void Mentions_with_any_text_never_throw()
    {
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((text, mention, id) =>
        {
            var activity = new Activity
            {
                Type = "message",
                Text = text + mention + text,
                Recipient = new Account("28:x"),
                Mentions = mention.Length == 0 ? [] : [new Mention(id, mention), new Mention("x", mention)],
            };
            Assert.DoesNotContain('\n', MentionText.Clean(activity));
        });
    }

    private static void Answer(TeamsEndpoint endpoint, byte[] body)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        endpoint.HandleAsync(context).GetAwaiter().GetResult();
        Assert.Contains(context.Response.StatusCode, Calm);
    }

    private static JsonObject Known(Random random)
    {
        JsonObject activity = random.Next(7) switch
        {
            0 => TestActivity.PersonalMessage("start CRM"),
            1 => TestActivity.GroupMessage("<at>Checklist</at> 1b 2c", TestActivity.BotMention()),
            2 => TestActivity.Press(new JsonObject { ["action"] = "a~x", ["item"] = "delay", ["option"] = "hours", ["input"] = "line-1" }),
            3 => TestActivity.Press(new JsonObject { ["action"] = "more~AY8AAAAAcACAAAAAAAAAAw" }, random.Next(2) == 0 ? "menu" : "ask"),
            4 => TestActivity.Invoke(InvokeNames.DialogSubmit, new JsonObject { ["data"] = new JsonObject { ["action"] = "all~x", ["item-delay"] = "hours" } }),
            5 => TestActivity.Invoke(InvokeNames.DialogFetch, new JsonObject { ["data"] = new JsonObject { ["action"] = "all~x" } }),
            _ => TestActivity.ChannelMessage("<at>Checklist</at> start", TestActivity.BotMention(), TestActivity.Mention("29:x", "\u200d")),
        };
        activity["serviceUrl"] = "http://127.0.0.1:1/";
        return activity;
    }

    private static TeamsEndpoint OpenEndpoint()
    {
        var settings = new TeamsSettings { Authentication = TeamsAuthentication.None };
        var turns = new RecordingTurns { Form = CardCatalogue.Form() };
        turns.Answer = turn =>
        {
            turns.Turns.Clear();
            Assert.True(Identifier.IsUsable(turn.Conversation.Key.Id));
            Assert.True(Identifier.IsUsable(turn.Person.Id) || turn.Person.Id.Contains('/', StringComparison.Ordinal));
            return new TurnAnswer { Card = CardCatalogue.All["live-split"] };
        };
        var time = TimeProvider.System;
        var keys = new SigningKeys(new NoKeys(), time);
        return new TeamsEndpoint(
            settings,
            new TokenChecker("", "", keys, new CheckedTokens(time), time),
            new ActivityGate(settings, new ServiceHosts(settings)),
            new ActivityHandler(turns),
            NullLogger<TeamsEndpoint>.Instance);
    }

    private sealed class NoKeys : ISigningKeySource
    {
        public Task<IReadOnlyDictionary<string, SigningKey>?> DownloadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, SigningKey>?>(null);
    }
}

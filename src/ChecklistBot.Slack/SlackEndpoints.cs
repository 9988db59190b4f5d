using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack;

/// <summary>The addresses that Slack calls.</summary>
public static class SlackEndpoints
{
    /// <summary>Maps <c>/slack/commands</c>, <c>/slack/interactions</c> and <c>/slack/events</c>; nothing when no signing secret is set.</summary>
    /// <param name="endpoints">Where to map; its services hold what <see cref="SlackServices.AddSlack"/> added.</param>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<SlackSettings>() is not { HttpIsOn: true } settings)
            return endpoints;

        var services = endpoints.ServiceProvider;
        var door = new HttpDoor(
            settings,
            services.GetRequiredService<InboundHandler>(),
            services.GetRequiredService<AfterAck>(),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILogger<HttpDoor>>());
        var self = services.GetRequiredService<KnownIdentity>();
        endpoints.MapPost("/slack/commands", context => door.ServeAsync(context, body => Command(body, self), allowsSslCheck: true));
        endpoints.MapPost("/slack/interactions", context => door.ServeAsync(context, Interaction));
        endpoints.MapPost("/slack/events", context => door.ServeAsync(context, body => Event(body, self)));
        return endpoints;
    }

    private static SlackInbound Command(byte[] body, KnownIdentity self) => FormFields.Parse(body) is { } form
        ? CommandDecoder.Decode(form, new BotNames(self.Value?.BotUserId))
        : new MalformedPayload("The form is no text.");

    private static SlackInbound Interaction(byte[] body)
    {
        if (FormFields.Parse(body)?.One("payload") is not { } payload)
            return new MalformedPayload("The form has no payload.");
        using var document = JsonReading.Parse(System.Text.Encoding.UTF8.GetBytes(payload));
        return document is null ? new MalformedPayload("The payload is no JSON object.") : InteractionDecoder.Decode(document.RootElement);
    }

    private static SlackInbound Event(byte[] body, KnownIdentity self)
    {
        using var document = JsonReading.Parse(body);
        return document is null ? new MalformedPayload("The body is no JSON object.") : EventDecoder.Decode(document.RootElement, self.Value);
    }
}

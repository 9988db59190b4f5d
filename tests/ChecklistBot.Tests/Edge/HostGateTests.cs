using System.Net;
using ChecklistBot.Edge;
using ChecklistBot.Settings;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Tests.Edge;

public sealed class HostGateTests
{
    [Theory]
    [InlineData("127.0.0.1:5080")]
    [InlineData("localhost:5080")]
    [InlineData("LOCALHOST:5080")]
    [InlineData("")]
    public void The_address_of_the_arrival_is_admitted(string host) =>
        Assert.True(Admits(host, arrival: "127.0.0.1"));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:5081")]
    [InlineData("127.0.0.2:5080")]
    [InlineData("localhost.evil.example:5080")]
    [InlineData("[::1]:5080")]
    public void Any_other_name_number_or_port_is_refused(string host) =>
        Assert.False(Admits(host, arrival: "127.0.0.1"));

    [Theory]
    [InlineData("10.1.2.3:5080", "10.1.2.3", true)]
    [InlineData("10.1.2.3:5080", "::ffff:10.1.2.3", true)]
    [InlineData("[fd00::7]:5080", "fd00::7", true)]
    [InlineData("10.1.2.4:5080", "10.1.2.3", false)]
    [InlineData("localhost:5080", "10.1.2.3", false)]
    [InlineData("evil.example:5080", "10.1.2.3", false)]
    public void Listening_on_every_interface_the_number_of_the_arrival_is_admitted_and_no_name(string host, string arrival, bool isAdmitted) =>
        Assert.Equal(isAdmitted, Admits(host, arrival, "http://*:5080"));

    [Fact]
    public void A_name_that_is_listened_on_is_admitted() =>
        Assert.True(Admits("bot.intern:5080", "10.1.2.3", "http://bot.intern:5080"));

    [Theory]
    [InlineData("https://checklist.example.org", "checklist.example.org", true)]
    [InlineData("https://checklist.example.org", "Checklist.Example.Org", true)]
    [InlineData("https://checklist.example.org", "checklist.example.org:443", true)]
    [InlineData("https://checklist.example.org/bot/", "checklist.example.org", true)]
    [InlineData("https://checklist.example.org:8443", "checklist.example.org:8443", true)]
    [InlineData("https://checklist.example.org:8443", "checklist.example.org", false)]
    [InlineData("https://checklist.example.org", "checklist.example.org:8443", false)]
    [InlineData("https://checklist.example.org", "www.checklist.example.org", false)]
    public void The_public_address_is_admitted_wherever_the_request_arrives(string publicUrl, string host, bool isAdmitted) =>
        Assert.Equal(isAdmitted, Admits(host, "10.0.0.2", "http://127.0.0.1:5080", publicUrl));

    private static bool Admits(string host, string arrival, string listening = "http://127.0.0.1:5080", string? publicUrl = null)
    {
        Assert.True(ListeningAddress.TryParse("Urls", listening, out var address));
        var context = new DefaultHttpContext();
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(host);
        context.Connection.LocalIpAddress = IPAddress.Parse(arrival);
        context.Connection.LocalPort = 5080;
        return new HostGate([address], publicUrl is null ? null : new Uri(publicUrl)).Admits(context);
    }
}

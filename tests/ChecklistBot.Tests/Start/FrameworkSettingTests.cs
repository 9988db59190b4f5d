using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

/// <summary>Each of these once ended in a stack trace, or the bot went on as if nothing were written there.</summary>
public sealed class FrameworkSettingTests : IDisposable
{
    private const string Endpoint = "Kestrel:Endpoints:Front";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "Http9")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "None")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "99")]
    [InlineData("Kestrel:EndpointDefaults:Protocols", "Http3")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols:0", "Tls9")]
    [InlineData("Kestrel:EndpointDefaults:SslProtocols", "Tls13")]
    [InlineData("Kestrel:EndpointDefaults:ClientCertificateMode", "Maybe")]
    [InlineData("Kestrel:Certificates:Default:Location", "Foo")]
    [InlineData("Kestrel:Certificates:Default:AllowInvalid", "Foo")]
    [InlineData("Kestrel:Endpoints", "http://127.0.0.1:5080")]
    [InlineData("Kestrel", "http://127.0.0.1:5080")]
    [InlineData("Logging", "Debug")]
    [InlineData("Logging:LogLevel", "Debug")]
    [InlineData("Logging:CaptureScopes", "on")]
    [InlineData("Logging:Console:Format", "x")]
    [InlineData("Logging:Console:FormatterName", "jsonn")]
    [InlineData("Logging:Console:DisableColors", "x")]
    [InlineData("Logging:Console:IncludeScopes", "x")]
    [InlineData("Logging:Console:LogToStandardErrorThreshold", "Loud")]
    [InlineData("Logging:Console:MaxQueueLength", "0")]
    [InlineData("Logging:Console:MaxQueueLength", "many")]
    [InlineData("Logging:Console:QueueFullMode", "x")]
    [InlineData("Logging:Console:UseUtcTimestamp", "x")]
    [InlineData("Logging:Console:FormatterOptions:ColorBehavior", "x")]
    [InlineData("Logging:Console:FormatterOptions:SingleLine", "x")]
    [InlineData("Logging:Console:FormatterOptions:UseUtcTimestamp", "x")]
    [InlineData("Logging:Console:FormatterOptions:JsonWriterOptions:Indented", "x")]
    [InlineData("Logging:Console:FormatterOptions:JsonWriterOptions:IndentSize", "128")]
    [InlineData("Logging:Console:FormatterOptions:JsonWriterOptions:MaxDepth", "-1")]
    [InlineData("Logging:Console:FormatterOptions:JsonWriterOptions:NewLine", "x")]
    public void A_value_that_the_framework_could_not_use_is_refused_by_its_key(string key, string value)
    {
        var problem = Assert.Single(Reading.InDevelopment(_folder.FullPath, (key, value)).Findings.Problems);

        Assert.Equal(key, problem.Key);
        Assert.StartsWith("Write ", problem.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Logging", "Logging:LogLevel:Default")]
    [InlineData("Logging:LogLevel", "Logging:LogLevel:Default")]
    [InlineData("Logging:Console:LogLevel", "Logging:Console:LogLevel:Default")]
    [InlineData("Logging:Console:FormatterOptions", "Logging:Console:FormatterOptions:ColorBehavior")]
    [InlineData("Kestrel:Certificates", "Kestrel:Certificates:Default:Path")]
    public void Where_a_group_is_written_as_a_text_a_setting_of_that_group_is_named(string key, string named) =>
        Assert.Equal($"Write each of them by its name, such as {named}.", Assert.Single(Reading.InDevelopment(_folder.FullPath, (key, "x")).Findings.Problems).Mend);

    [Theory]
    [InlineData("Protocols", "Http3", "https://127.0.0.1:5080", false)]
    [InlineData("Protocols", "Http3", "http://127.0.0.1:5080", true)]
    [InlineData("Protocols", "Http1AndHttp2AndHttp3", "http://127.0.0.1:5080", false)]
    [InlineData("Protocols", "Http1, Http2", "http://127.0.0.1:5080", false)]
    [InlineData("SslProtocols:0", "tls13", "https://127.0.0.1:5080", false)]
    [InlineData("Sni:example.org:SslProtocols:0", "Tls9", "https://127.0.0.1:5080", true)]
    [InlineData("Sni:example.org:Certificate:AllowInvalid", "perhaps", "https://127.0.0.1:5080", true)]
    [InlineData("Certificate:Location", "LocalMachine", "https://127.0.0.1:5080", false)]
    public void What_an_endpoint_is_given_is_refused_where_the_server_could_not_use_it(string part, string value, string url, bool isRefused) =>
        Assert.Equal(
            isRefused ? [$"{Endpoint}:{part}"] : [],
            Reading.InDevelopment(_folder.FullPath, ($"{Endpoint}:Url", url), ($"{Endpoint}:{part}", value)).RefusedKeys);

    [Theory]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections", "100")]
    [InlineData("Kestrel:Endpoint:Front:Url", "http://127.0.0.1:5080")]
    [InlineData("Kestrel:AddServerHeader", "true")]
    public void What_the_server_does_not_take_from_its_settings_is_noticed(string key, string value)
    {
        var reading = Reading.InDevelopment(_folder.FullPath, (key, value));

        Assert.Empty(reading.Findings.Problems);
        Assert.StartsWith($"{key} (from ", Assert.Single(reading.Findings.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "nonsense")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "HTTP/protobuf")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grcp")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_COMPRESSION", "zip")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "10s")]
    [InlineData("OTEL_TRACES_SAMPLER", "sometimes")]
    [InlineData("OTEL_TRACES_SAMPLER_ARG", "25%")]
    [InlineData("OTEL_BSP_MAX_QUEUE_SIZE", "-5")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "1m")]
    public void A_variable_of_telemetry_that_its_library_would_pass_over_is_refused_where_any_is_sent(string name, string value)
    {
        Assert.Equal([name], Reading.InProduction(_folder.FullPath, ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"), (name, value)).RefusedKeys);
        if (!name.EndsWith("_ENDPOINT", StringComparison.Ordinal))
            Assert.Empty(Reading.InProduction(_folder.FullPath, (name, value)).RefusedKeys);
    }

    [Fact]
    public void An_address_for_telemetry_that_is_none_is_refused_without_a_password_that_it_may_hold()
    {
        Assert.Contains("\"nonsense\"", Refused("nonsense"), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", Refused("ann:geheim@collector:4317"), StringComparison.Ordinal);

        string Refused(string value) => Assert.Single(Reading.InProduction(_folder.FullPath, ("OTEL_EXPORTER_OTLP_ENDPOINT", value)).Findings.Problems).What;
    }
}

using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

[Trait("starts", "the binary")]
public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Wrong_settings_end_the_start_with_every_sentence_at_once_exit_code_1_and_no_stack_trace()
    {
        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions
        {
            Settings = { ["Slack:SigningSecret"] = "s", ["TimeZone"] = "Mars", ["Urls"] = "http://127.0.0.1:0" },
            Arguments = ["--Web:Enabled=perhaps"],
        });

        Assert.Equal(1, end.Code);
        Assert.Equal("", end.Output);
        Assert.StartsWith("ChecklistBot does not start: 3 settings need mending.", end.Errors, StringComparison.Ordinal);
        Assert.Contains("  Slack:BotToken: ", end.Errors, StringComparison.Ordinal);
        Assert.Contains("  TimeZone: \"Mars\" (from the environment) ", end.Errors, StringComparison.Ordinal);
        Assert.Contains("  Web:Enabled: \"perhaps\" (from the command line) ", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.FullPath));
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_told_by_its_name_and_line()
    {
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), "{\n  \"TimeZone\": Europe\n}", TestContext.Current.CancellationToken);

        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions());

        Assert.Equal(1, end.Code);
        Assert.Contains(_folder.File("appsettings.json"), end.Errors, StringComparison.Ordinal);
        Assert.Contains("line 2", end.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "an object")]
    [InlineData("\"x\"", "an object")]
    [InlineData("{ \"TimeZone\": \"UTC\", \"Urls\": \"http://127.0.0.1:0\", \"urls\": \"http://127.0.0.1:0\" }", "'urls'")]
    public async Task A_settings_file_of_valid_JSON_that_holds_no_settings_is_told_with_the_reason(string content, string reason)
    {
        var end = await BotProgram.RunAsync(Folder(content), new BotOptions());

        Assert.Equal(1, end.Code);
        Assert.Contains(reason, Assert.Single(end.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);

        string Folder(string text)
        {
            File.WriteAllText(_folder.File("appsettings.json"), text);
            return _folder.FullPath;
        }
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Development.json")]
    public async Task A_settings_file_that_is_a_folder_or_cannot_be_opened_is_one_sentence_and_exit_code_1(string name)
    {
        Directory.CreateDirectory(_folder.File(name));
        var folder = await BotProgram.RunAsync(_folder.FullPath, new BotOptions());
        Directory.Delete(_folder.File(name));
        File.CreateSymbolicLink(_folder.File(name), _folder.File("nowhere.json"));
        var link = await BotProgram.RunAsync(_folder.FullPath, new BotOptions());

        Assert.Equal((1, 1), (folder.Code, link.Code));
        Assert.StartsWith($"ChecklistBot does not start: {_folder.File(name)} is a folder", Assert.Single(folder.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains(name, Assert.Single(link.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>The framework stops at each of these with a stack trace.</summary>
    [Theory]
    [InlineData("ASPNETCORE_CONTENTROOT", "/no/such/folder", "there is no folder /no/such/folder")]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "a", "it cannot send telemetry")]
    [InlineData("OTEL_EXPORTER_OTLP_CERTIFICATE", "/no/such/file", "it cannot send telemetry")]
    [InlineData("OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "/no/such/file", "it cannot send telemetry")]
    [InlineData("Kestrel:Certificates:Default:Path", "/no/such/file", "it cannot listen on http://127.0.0.1:0")]
    public async Task A_variable_of_the_framework_that_cannot_be_used_is_one_sentence_and_exit_code_1(string name, string value, string sentence)
    {
        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions
        {
            Settings = { ["Urls"] = "http://127.0.0.1:0", ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1", [name] = value },
        });

        Assert.Equal(1, end.Code);
        Assert.StartsWith($"ChecklistBot does not start: {sentence}", Assert.Single(end.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_variable_of_another_program_that_is_called_as_a_group_of_settings_is_noticed_but_not_refused()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["STORAGE"] = "/mnt" } });

        Assert.Contains("Note: STORAGE (from the environment) is not used", bot.Output, StringComparison.Ordinal);
    }

    /// <summary>It was accepted, and the log stayed what it is without it.</summary>
    [Fact]
    public async Task The_log_is_written_as_its_formatter_is_configured()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Environment = "Production",
            Settings = { ["Logging:Console:FormatterName"] = "systemd", ["Web:Enabled"] = "true", ["Web:Key"] = "k" },
        });

        Assert.Contains("<6>ChecklistBot[1] Listening on http://", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blank_address_or_log_level_is_the_same_as_none_to_the_framework_too()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Settings = { ["Urls"] = " ", ["HTTP_PORTS"] = "0", ["Logging:LogLevel:Default"] = " ", ["Web:Key"] = "k" },
        });

        Assert.Contains("Listening on http://", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_port_is_one_sentence_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions { Settings = { ["Urls"] = address } });

        Assert.Equal(1, end.Code);
        Assert.Equal("", end.Output);
        Assert.Equal(
            $"ChecklistBot does not start: another program already listens on {address}. Stop it, or set Urls to another address.",
            end.Errors.TrimEnd());
    }

    [Fact]
    public async Task An_address_that_this_machine_does_not_have_is_one_sentence_and_exit_code_1()
    {
        // 192.0.2.0/24 is kept for documentation (RFC 5737): no machine has it.
        var end = await BotProgram.RunAsync(
            _folder.FullPath, new BotOptions { Settings = { ["Urls"] = "http://192.0.2.1:5080", ["Web:Key"] = "k" } });

        Assert.Equal(1, end.Code);
        Assert.StartsWith("ChecklistBot does not start: it cannot listen on http://192.0.2.1:5080", end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_one_sentence_and_exit_code_1()
    {
        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions
        {
            Settings = { ["Urls"] = "https://127.0.0.1:0", ["Kestrel:Certificates:Default:Path"] = "none.pfx" },
        });

        Assert.Equal(1, end.Code);
        Assert.StartsWith("ChecklistBot does not start: it cannot listen on https://127.0.0.1:0", end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_one_sentence_and_exit_code_1()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(_folder.File("bot.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);

        var end = await BotProgram.RunAsync(_folder.FullPath, new BotOptions
        {
            Settings = { ["Urls"] = "https://127.0.0.1:0", ["Kestrel:Certificates:Default:Path"] = "bot.pem" },
        });

        Assert.Equal(1, end.Code);
        Assert.Contains("private key. Look at Path, KeyPath and Password", Assert.Single(end.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_lets_open_event_streams_end_and_ends_with_exit_code_0()
    {
        await using var bot = await BotProcess.StartAsync();
        using var stream = await bot.Http.GetAsync(
            new Uri("events?room=main", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);

        // Read all the while, as a browser does.
        var reading = stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await bot.StopAsync());

        // A stream that was cut off or reset rather than ended throws here.
        await reading;
    }

    [Fact]
    public async Task In_Development_every_address_and_the_full_path_of_the_database_are_printed_as_plain_lines()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Settings = { ["Urls"] = "http://127.0.0.1:0;http://[::1]:0" } });

        Assert.Contains($"Database: {Path.Combine(bot.Folder, "checklistbot.db")}\n", bot.Output, StringComparison.Ordinal);
        Assert.Equal(
            2,
            (await Eventually.BecomesAsync(
                () => bot.Output.Split('\n').Where(line => line.StartsWith("Listening on http://", StringComparison.Ordinal)).ToList(),
                lines => lines.Count == 2)).Count);
    }

    [Fact]
    public async Task In_Production_each_line_is_a_JSON_object()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions { Environment = "Production", Settings = { ["Web:Kee"] = "x" } });

        var lines = bot.Output.TrimEnd().Split('\n');
        var messages = lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString()!).ToList();

        Assert.Contains($"Listening on {bot.Address.GetLeftPart(UriPartial.Authority)}", messages);
        Assert.Contains($"Database: {Path.Combine(bot.Folder, "checklistbot.db")}", messages);
        Assert.Contains(messages, message => message.StartsWith("Web:Kee ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_settings_file_in_the_folder_of_the_start_counts_and_the_environment_goes_before_it()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Files = { ["appsettings.json"] = """{ "Storage": { "ConnectionString": "Data Source=named.db" }, "TimeZone": "Mars" }""" },
            Settings = { ["TimeZone"] = "UTC" },
        });

        Assert.Contains(Path.Combine(bot.Folder, "named.db"), bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_with_exit_code_0()
    {
        await using var bot = await BotProcess.StartAsync();

        Assert.Equal(0, await bot.StopAsync());
    }

    [Fact]
    public async Task Killed_it_starts_again_in_the_same_folder_and_on_the_same_address()
    {
        await using var bot = await BotProcess.StartAsync();
        var address = bot.Address;

        await bot.KillAsync();
        await bot.StartAgainAsync();

        Assert.Equal(address, bot.Address);
        using var answer = await bot.Http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

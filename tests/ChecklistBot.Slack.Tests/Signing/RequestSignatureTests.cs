using System.Text;
using System.Text.Json;
using ChecklistBot.Slack.Signing;
using ChecklistBot.Slack.Tests.Support;
using Microsoft.Extensions.Primitives;

namespace ChecklistBot.Slack.Tests.Signing;

public sealed class RequestSignatureTests
{
    private const string Secret = "secret-of-the-tests";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);
    private const string Time = "1764000000";
    private static readonly byte[] Body = "command=%2Fchecklist&text=start+Caf%C3%A9 ééé"u8.ToArray();

    [Fact]
    public void The_published_vector_is_valid_at_its_own_time()
    {
        using var vector = JsonDocument.Parse(ReferenceData.Sample("signature.vector.json"));
        string Field(string name) => vector.RootElement.GetProperty(name).GetString()!;

        var verdict = RequestSignature.Check(
            Encoding.UTF8.GetBytes(Field("body")), Field("timestamp"), Field("valid_signature"), Field("signing_secret"),
            DateTimeOffset.FromUnixTimeSeconds(1531420618));

        Assert.Equal(SignatureVerdict.Valid, verdict);
    }

    [Theory]
    [InlineData(0), InlineData(300), InlineData(-300)]
    public void A_clock_up_to_300_seconds_off_is_valid(int seconds) =>
        Assert.Equal(SignatureVerdict.Valid, Check(now: Now.AddSeconds(seconds)));

    [Theory]
    [InlineData(301), InlineData(-301)]
    public void A_clock_301_seconds_off_is_outside_the_window(int seconds) =>
        Assert.Equal(SignatureVerdict.OutsideWindow, Check(now: Now.AddSeconds(seconds)));

    [Fact]
    public void A_second_count_beyond_every_calendar_is_outside_the_window() =>
        Assert.Equal(SignatureVerdict.OutsideWindow, Check(time: "9223372036854775807"));

    [Theory]
    [InlineData("yesterday"), InlineData("-1764000000"), InlineData(" 1764000000"), InlineData("1764000000.5"), InlineData("99999999999999999999")]
    public void A_time_that_is_no_plain_number_is_malformed(string time) =>
        Assert.Equal(SignatureVerdict.TimestampMalformed, Check(time: time));

    [Fact]
    public void One_changed_byte_is_a_mismatch()
    {
        var changed = (byte[])Body.Clone();
        changed[^1] ^= 1;
        Assert.Equal(SignatureVerdict.Mismatch, Check(changed, signature: RequestSignature.Sign(Body, Time, Secret)));
    }

    [Fact]
    public void A_body_that_was_encoded_anew_is_a_mismatch() =>
        Assert.Equal(
            SignatureVerdict.Mismatch,
            Check("text=a%20b"u8.ToArray(), signature: RequestSignature.Sign("text=a+b"u8, Time, Secret)));

    [Fact]
    public void Another_secret_is_a_mismatch() =>
        Assert.Equal(SignatureVerdict.Mismatch, Check(signature: RequestSignature.Sign(Body, Time, "another")));

    [Fact]
    public void An_empty_body_can_be_valid() => Assert.Equal(SignatureVerdict.Valid, Check([]));

    [Theory]
    [InlineData("v1="), InlineData(""), InlineData("V0=")]
    public void Another_version_is_malformed(string version) =>
        Assert.Equal(
            SignatureVerdict.SignatureMalformed, Check(signature: version + RequestSignature.Sign(Body, Time, Secret)[3..] + "aaa"[version.Length..]));

    [Fact]
    public void Upper_case_hexadecimal_is_malformed() =>
        Assert.Equal(
            SignatureVerdict.SignatureMalformed,
            Check(signature: "v0=" + RequestSignature.Sign(Body, Time, Secret)[3..].ToUpperInvariant()));

    [Fact]
    public void A_missing_or_doubled_header_is_missing()
    {
        var signature = RequestSignature.Sign(Body, Time, Secret);
        Assert.All(
            new[]
            {
                RequestSignature.Check(Body, StringValues.Empty, signature, Secret, Now),
                RequestSignature.Check(Body, Time, StringValues.Empty, Secret, Now),
                RequestSignature.Check(Body, Time, "", Secret, Now),
                RequestSignature.Check(Body, new StringValues([Time, Time]), signature, Secret, Now),
                RequestSignature.Check(Body, Time, new StringValues([signature, signature]), Secret, Now),
            },
            verdict => Assert.Equal(SignatureVerdict.HeaderMissing, verdict));
    }

    private static SignatureVerdict Check(
        byte[]? body = null, string? time = null, string? signature = null, DateTimeOffset? now = null)
    {
        body ??= Body;
        time ??= Time;
        return RequestSignature.Check(body, time, signature ?? RequestSignature.Sign(body, time, Secret), Secret, now ?? Now);
    }
}

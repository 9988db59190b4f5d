namespace ChecklistBot.Slack.Signing;

/// <summary>What <see cref="RequestSignature.Check"/> found; only <see cref="Valid"/> may be processed.</summary>
public enum SignatureVerdict
{
    /// <summary>The body came from Slack within the window.</summary>
    Valid,

    /// <summary>A header is absent, empty or sent more than once.</summary>
    HeaderMissing,

    /// <summary>The time is no plain whole number of Unix seconds.</summary>
    TimestampMalformed,

    /// <summary>The time differs from ours by more than 300 s, in either direction.</summary>
    OutsideWindow,

    /// <summary>The signature is not <c>v0=</c> and 64 lower-case hexadecimal digits.</summary>
    SignatureMalformed,

    /// <summary>Well formed, but made with another secret or for other bytes.</summary>
    Mismatch,
}

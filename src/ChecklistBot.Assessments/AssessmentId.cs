using System.Buffers.Text;

namespace ChecklistBot.Assessments;

/// <summary>Names an assessment everywhere; written as 22 characters of unpadded base64url.</summary>
/// <param name="Value">A version 7 UUID, so that new rows stand together.</param>
public readonly record struct AssessmentId(Guid Value)
{
    /// <summary>The length of the written form, in characters.</summary>
    public const int Length = 22;

    /// <summary>Reads the written form; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AssessmentId id)
    {
        id = default;
        Span<byte> bytes = stackalloc byte[16];
        if (text.Length != Length
            || !Base64Url.IsValid(text, out var length)
            || length != bytes.Length
            || Base64Url.DecodeFromChars(text, bytes) != bytes.Length)
        {
            return false;
        }

        id = new AssessmentId(new Guid(bytes, bigEndian: true));
        return true;
    }

    /// <summary>Writes the written form as UTF-8.</summary>
    /// <param name="utf8">Exactly <see cref="Length"/> bytes.</param>
    public void Write(Span<byte> utf8)
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        Base64Url.EncodeToUtf8(bytes, utf8, out _, out _);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}

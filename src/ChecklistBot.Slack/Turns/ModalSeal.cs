using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// Vouches for what a modal remembers: it was written by this bot, for this person of this workspace. A modal names its conversation itself, so without
/// this whoever could write one would speak in conversations that they are not in. Nothing is stored: every copy of the bot and every restart knows the
/// key, which comes from the workspace's token.
/// </summary>
internal sealed class ModalSeal(SlackSettings settings)
{
    /// <summary>128 bits: more than anybody can try.</summary>
    private const int Length = 16;

    private readonly byte[] key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.BotToken ?? ""), "checklistbot modal"u8);

    /// <summary>The seal of a text for a person.</summary>
    public string Of(string tenant, string user, string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{tenant}\n{user}\n{text}")).AsSpan(0, Length));

    /// <summary>Whether a seal is the right one; compared in a time that does not depend on where the two differ.</summary>
    public bool IsRight(string seal, string tenant, string user, string text) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal), Encoding.UTF8.GetBytes(Of(tenant, user, text)));
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace ChecklistBot.Teams.Authentication;

/// <summary>
/// Tokens that passed, by hash, until they expire: the platform sends the same token with many requests and an RSA check costs more
/// than the rest of a turn. Only tokens that passed are kept, so nobody outside can fill it.
/// </summary>
/// <param name="time">Tells which have expired.</param>
public sealed class CheckedTokens(TimeProvider time)
{
    // One live token a region and hour is usual.
    private const int Capacity = 500;

    private readonly ConcurrentDictionary<string, CheckedToken> tokens = new(StringComparer.Ordinal);

    /// <summary>How many are kept.</summary>
    public int Count => tokens.Count;

    /// <summary>A token that passed before and still lives; null otherwise.</summary>
    public CheckedToken? Find(ReadOnlySpan<char> token)
    {
        var hash = HashOf(token);
        if (!tokens.TryGetValue(hash, out var found)) return null;
        if (found.ExpiresAt + TokenChecker.ClockSkew > time.GetUtcNow()) return found;
        tokens.TryRemove(hash, out _);
        return null;
    }

    /// <summary>Keeps a token that passed.</summary>
    public void Keep(string token, CheckedToken result)
    {
        if (tokens.Count >= Capacity) MakeRoom();
        tokens[HashOf(token)] = result;
    }

    private void MakeRoom()
    {
        var now = time.GetUtcNow();
        foreach (var (hash, token) in tokens)
        {
            if (token.ExpiresAt + TokenChecker.ClockSkew <= now) tokens.TryRemove(hash, out _);
        }

        // Still full: checking them again costs little, and remembering which was used last would cost every request.
        if (tokens.Count >= Capacity) tokens.Clear();
    }

    private static string HashOf(ReadOnlySpan<char> token)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(token.Length));
        var length = Encoding.UTF8.GetBytes(token, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        return Convert.ToBase64String(hash);
    }
}

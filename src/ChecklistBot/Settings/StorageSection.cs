namespace ChecklistBot.Settings;

/// <summary>Section <c>Storage</c>.</summary>
internal sealed class StorageSection
{
    public const string SqliteProvider = "sqlite";
    public const string PostgreSqlProvider = "postgresql";

    /// <summary><see cref="SqliteProvider"/> or <see cref="PostgreSqlProvider"/>.</summary>
    public string Provider { get; set; } = SqliteProvider;

    /// <summary>In ADO.NET's form; null means the provider's default.</summary>
    public string? ConnectionString { get; set; }

    public bool IsSqlite => string.Equals(Provider, SqliteProvider, StringComparison.OrdinalIgnoreCase);
}

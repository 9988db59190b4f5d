using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>The only place where a person has a name.</summary>
internal static class PeopleTable
{
    private const string FindNumber = "SELECT person FROM people WHERE tenant = @tenant AND platform_id = @id";

    private const string Rename = """
        UPDATE people SET name = @name, organisation = @organisation
        WHERE tenant = @tenant AND platform_id = @id RETURNING person
        """;

    // Counted apart from the rows, so that a forgotten person's number is never given to somebody else.
    private const string TakeNumber = """
        INSERT INTO tenants (tenant, last_person) VALUES (@tenant, 1)
        ON CONFLICT (tenant) DO UPDATE SET last_person = tenants.last_person + 1 RETURNING last_person
        """;

    private const string Add = """
        INSERT INTO people (tenant, person, platform_id, name, organisation) VALUES (@tenant, @person, @id, @name, @organisation)
        """;

    private const string Forget = "DELETE FROM people WHERE tenant = @tenant AND person = @person";

    /// <summary>A question for many names asks for so many at a time, the last one repeated, so that few texts need preparing.</summary>
    private static readonly ImmutableArray<int> BatchSizes = [1, 4, 16, 64];

    private static readonly ImmutableArray<string> NamesOf = [.. BatchSizes.Select(NamesText)];

    public static async Task<int?> FindAsync(Session session, ConversationKey key, string platformId, CancellationToken cancellationToken) =>
        (int?)await session.Sql(FindNumber).With("@tenant", key.TenantOf()).With("@id", platformId).NumberAsync(cancellationToken);

    public static async Task<int> SaveAsync(Session session, ConversationKey key, PersonReference person, CancellationToken cancellationToken)
    {
        var tenant = key.TenantOf();
        var known = await session.Sql(Rename)
            .With("@name", person.Name)
            .With("@organisation", person.Organisation)
            .With("@tenant", tenant)
            .With("@id", person.Id)
            .NumberAsync(cancellationToken);
        if (known is { } number)
            return checked((int)number);

        var added = await session.Sql(TakeNumber).With("@tenant", tenant).NumberAsync(cancellationToken);
        await session.Sql(Add)
            .With("@tenant", tenant)
            .With("@person", added)
            .With("@id", person.Id)
            .With("@name", person.Name)
            .With("@organisation", person.Organisation)
            .ExecuteAsync(cancellationToken);
        return checked((int)added!.Value);
    }

    public static Task ForgetAsync(Session session, ConversationKey key, int person, CancellationToken cancellationToken) =>
        session.Sql(Forget).With("@tenant", key.TenantOf()).With("@person", person).ExecuteAsync(cancellationToken);

    public static async Task<Names> NamesAsync(
        Session session,
        ConversationKey key,
        IReadOnlyCollection<int> people,
        CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            return Names.None;

        var names = ImmutableDictionary.CreateBuilder<int, string>();
        foreach (var batch in people.Distinct().Chunk(BatchSizes[^1]))
        {
            var size = 0;
            while (BatchSizes[size] < batch.Length)
                size++;
            var statement = session.Sql(NamesOf[size]).With("@tenant", key.TenantOf());
            for (var i = 0; i < BatchSizes[size]; i++)
                statement.With(Parameter(i), batch[Math.Min(i, batch.Length - 1)]);
            foreach (var (person, name) in await statement.ListAsync(ReadName, cancellationToken))
                names[person] = name;
        }

        return new Names(names.ToImmutable());
    }

    /// <summary>Guests carry their organisation, so that everyone sees who is not a colleague.</summary>
    private static (int Person, string Name) ReadName(System.Data.Common.DbDataReader row) =>
        (row.GetInt32(0), row.Text(2) is { } organisation ? $"{row.GetString(1)} ({organisation})" : row.GetString(1));

    private static string NamesText(int size) =>
        $"SELECT person, name, organisation FROM people WHERE tenant = @tenant AND person IN ({string.Join(", ", Enumerable.Range(0, size).Select(Parameter))})";

    private static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}

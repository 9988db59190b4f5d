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

    private const string FindShown = "SELECT person, name, organisation FROM people WHERE tenant = @tenant AND platform_id = @id";

    private const string Rename = "UPDATE people SET name = @name, organisation = @organisation WHERE tenant = @tenant AND person = @person";

    // Counted apart from the rows, so that a forgotten person's number is never given to somebody else.
    private const string TakeNumber = """
        INSERT INTO tenants (tenant, last_person) VALUES (@tenant, 1)
        ON CONFLICT (tenant) DO UPDATE SET last_person = tenants.last_person + 1 RETURNING last_person
        """;

    // Another copy may have met the same person since this turn looked: then theirs is the number.
    private const string Add = """
        INSERT INTO people (tenant, person, platform_id, name, organisation) VALUES (@tenant, @person, @id, @name, @organisation)
        ON CONFLICT (tenant, platform_id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation RETURNING person
        """;

    private const string Forget = "DELETE FROM people WHERE tenant = @tenant AND person = @person";

    /// <summary>A question for many names asks for so many at a time, the last one repeated, so that few texts need preparing.</summary>
    private static readonly ImmutableArray<int> BatchSizes = [1, 4, 16, 64];

    private static readonly ImmutableArray<string> NamesOf = [.. BatchSizes.Select(NamesText)];

    public static async Task<int?> FindAsync(Session session, ConversationKey key, string platformId, CancellationToken cancellationToken) =>
        (int?)await session.Sql(FindNumber).WithTenant(key).With("@id", platformId).NumberAsync(cancellationToken);

    /// <summary>Asks who somebody is, for <see cref="SaveAsync"/>.</summary>
    public static Task<Deferred<KnownPerson>> AskAsync(Session session, ConversationKey key, string platformId, CancellationToken cancellationToken) =>
        session.Sql(FindShown).With("@tenant", key.TenantOf()).With("@id", platformId).FirstLaterAsync(
            static row => new KnownPerson(row.Count(0), row.GetString(1), row.Text(2)),
            cancellationToken);

    /// <param name="session">The connection.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="person">As they are called now.</param>
    /// <param name="known">What is known of them in this transaction; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<int> SaveAsync(
        Session session, ConversationKey key, PersonReference person, KnownPerson? known, CancellationToken cancellationToken)
    {
        var tenant = key.TenantOf();
        if (known is null)
            return await AddAsync(session, tenant, person, cancellationToken);

        // Nearly always the name is the same, and nothing need be written.
        if (known.Name != person.Name || known.Organisation != person.Organisation)
            await session.Sql(Rename)
                .With("@name", person.Name)
                .With("@organisation", person.Organisation)
                .With("@tenant", tenant)
                .With("@person", known.Number)
                .LaterAsync(cancellationToken);
        return known.Number;
    }

    public static Task ForgetAsync(Session session, ConversationKey key, int person, CancellationToken cancellationToken) =>
        session.Sql(Forget).WithTenant(key).With("@person", person).LaterAsync(cancellationToken);

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
            var statement = session.Sql(NamesOf[size]).WithTenant(key);
            for (var i = 0; i < BatchSizes[size]; i++)
                statement.With(Parameter(i), batch[Math.Min(i, batch.Length - 1)]);
            foreach (var (person, name) in await statement.ListAsync(ReadName, cancellationToken))
                names[person] = name;
        }

        return new Names(names.ToImmutable());
    }

    private static async Task<int> AddAsync(Session session, string tenant, PersonReference person, CancellationToken cancellationToken)
    {
        var number = await session.Sql(TakeNumber).With("@tenant", tenant).NumberAsync(cancellationToken);
        var added = await session.Sql(Add)
            .With("@tenant", tenant)
            .With("@person", number)
            .With("@id", person.Id)
            .With("@name", person.Name)
            .With("@organisation", person.Organisation)
            .NumberAsync(cancellationToken);
        return checked((int)added!.Value);
    }

    /// <summary>Guests carry their organisation, so that everyone sees who is not a colleague.</summary>
    private static (int Person, string Name) ReadName(Row row) =>
        (row.Count(0), row.Text(2) is { } organisation ? $"{row.GetString(1)} ({organisation})" : row.GetString(1));

    private static string NamesText(int size) =>
        $"SELECT person, name, organisation FROM people WHERE tenant = @tenant AND person IN ({string.Join(", ", Enumerable.Range(0, size).Select(Parameter))})";

    private static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");
}

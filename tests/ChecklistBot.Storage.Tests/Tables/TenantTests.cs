using System.Reflection;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Tests.Tables;

/// <summary>Every statement keeps to one tenant.</summary>
public sealed class TenantTests
{
    /// <summary>What looks after all tenants: the delivery loop's look at what is due, what follows a clock that was set back, and the tidying of keys that have expired. None gives content away.</summary>
    private static readonly string[] ForAllTenants =
        ["MessageTable.Queue", "MessageTable.NextDue", "MessageClock.Lock", "MessageClock.Follow", "MessageClock.Mend", "SeenTable.Tidy"];

    /// <summary>Parts of the statements that claim conversations, which look after all tenants too; and what touches no table.</summary>
    private static readonly string[] OfClaims = ["ClaimTable.Clock", "ClaimTable.Live", "ClaimTable.Unhurried", "CopyPresence.Show"];

    private static readonly string[] Reads = ["SELECT ", "UPDATE ", "DELETE "];

    public static TheoryData<string, string> Statements =>
    [
        .. typeof(SeenTable).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SeenTable).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
                .SelectMany(constant => Texts(constant.GetValue(null)).Select(text => ($"{type.Name}.{constant.Name}", text.Trim()))))
            .Where(found => Reads.Append("INSERT ").Any(word => found.Item2.StartsWith(word, StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_names_its_tenant(string name, string text)
    {
        if (ForAllTenants.Contains(name) || OfClaims.Contains(name))
            return;
        if (Reads.Any(word => text.StartsWith(word, StringComparison.Ordinal)))
            Assert.Matches(@"WHERE\s+(\w+\.)?tenant = @tenant\b", text);
        else
            Assert.Matches(@"^INSERT INTO \w+\s*\(\s*tenant,[^)]*\)\s*(VALUES\s*\(\s*@tenant,|SELECT @tenant,)", text);
    }

    [Fact]
    public void Every_table_of_content_is_among_them()
    {
        var all = string.Join('\n', Statements.Select(row => row.Data.Item2));
        foreach (var table in new[] { "assessments", "events", "messages", "seen", "conversations", "people", "tenants", "participants", "claims" })
            Assert.Matches($@"\b{table}\b", all);
    }

    [Fact]
    public void What_looks_after_all_tenants_still_exists() =>
        Assert.Empty(ForAllTenants.Concat(OfClaims).Except(Statements.Select(row => row.Data.Item1)));

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        IEnumerable<string> texts => texts,
        _ => [],
    };
}

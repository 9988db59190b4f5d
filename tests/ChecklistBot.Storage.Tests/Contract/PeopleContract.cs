using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class PeopleContract : StoreContract
{
    [Fact]
    public async Task The_same_person_keeps_their_number_and_shows_their_newest_name()
    {
        Assert.Equal(1, await Save("u1", "Ann"));
        Assert.Equal(2, await Save("u2", "Ben"));
        Assert.Equal(1, await Save("u1", "Ann-Marie"));

        var names = await NamesOf(1, 2);

        Assert.Equal("Ann-Marie", names[1]);
        Assert.Equal("Ben", names[2]);
        Assert.Equal(2, await Read(reader => reader.FindPersonAsync(Room, "u2", Token)));
        Assert.Null(await Read(reader => reader.FindPersonAsync(Room, "u3", Token)));
    }

    [Fact]
    public async Task People_are_numbered_within_their_tenant()
    {
        var sibling = Room with { Id = "other" };
        var stranger = Room with { Tenant = "elsewhere" };
        await Save("u1", "Ann");

        Assert.Equal(1, await Write(turn => turn.SavePersonAsync(sibling, new PersonReference("u1", "Ann"), Token)));
        Assert.Equal(1, await Write(turn => turn.SavePersonAsync(stranger, new PersonReference("u1", "Another Ann"), Token)));

        Assert.Equal("Ann", (await NamesOf(1))[1]);
        Assert.Equal("Another Ann", (await Read(reader => reader.NamesAsync(stranger, [1], Token)))[1]);
        Assert.Equal(Names.Forgotten, (await Read(reader => reader.NamesAsync(Room with { Platform = "slack" }, [1], Token)))[1]);
    }

    [Fact]
    public async Task Whoever_was_forgotten_is_a_colleague_and_comes_back_as_somebody_new()
    {
        await Save("u1", "Ann");
        await Save("u2", "Ben");

        await Write(turn => turn.ForgetPersonAsync(Room, 2, Now, Token));

        Assert.Equal(Names.Forgotten, (await NamesOf(1, 2))[2]);
        Assert.DoesNotContain(2, (await NamesOf(1, 2)).People.Keys);
        Assert.Null(await Read(reader => reader.FindPersonAsync(Room, "u2", Token)));
        Assert.Equal(3, await Save("u2", "Ben"));
        Assert.Equal(4, await Save("u4", "Dan"));
    }

    [Fact]
    public async Task Forgetting_a_stranger_changes_nothing()
    {
        await Save("u1", "Ann");

        Assert.Equal(new ForgottenPerson(0, 0), await Write(turn => turn.ForgetPersonAsync(Room, 7, Now, Token)));

        Assert.Equal("Ann", (await NamesOf(1))[1]);
    }

    [Fact]
    public async Task Guests_show_their_organisation()
    {
        await Write(turn => turn.SavePersonAsync(Room, new PersonReference("u1", "Ann", "Contoso"), Token));
        Assert.Equal("Ann (Contoso)", (await NamesOf(1))[1]);

        await Save("u1", "Ann");
        Assert.Equal("Ann", (await NamesOf(1))[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(150)]
    public async Task Any_number_of_names_is_read_at_once(int count)
    {
        await Write(async turn =>
        {
            for (var i = 1; i <= count; i++)
                await turn.SavePersonAsync(Room, new PersonReference($"u{i}", $"Person {i}"), Token);
        });

        // Twice the same and one that nobody has.
        var names = await NamesOf([.. Enumerable.Range(1, count), .. Enumerable.Range(1, count), 100_000]);

        Assert.Equal(Enumerable.Range(1, count).ToDictionary(i => i, i => $"Person {i}"), names.People);
    }

    private Task<int> Save(string id, string name) => Write(turn => turn.SavePersonAsync(Room, new PersonReference(id, name), Token));

    private Task<Names> NamesOf(params int[] people) => Read(reader => reader.NamesAsync(Room, people, Token));
}

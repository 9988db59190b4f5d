using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Storage.Tests.Contract;

public abstract class SmokeContract : StoreContract
{
    [Fact]
    public async Task Smoke()
    {
        var number = await Write(turn => turn.WantMessageAsync(Room, new WantedMessage { Content = new SaidContent("hello") }, Now, Token));
        Assert.Equal(1, number);
        var messages = await Read(reader => reader.MessagesAsync(Room, 0, 10, Token));
        Assert.Single(messages);
        Assert.Single(await Read(reader => reader.DueConversationsAsync(Now, 10, Token)));
        Assert.Equal(Now, await Read(reader => reader.NextDueAsync(Token)));
    }
}

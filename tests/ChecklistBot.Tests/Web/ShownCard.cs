using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChecklistBot.Tests.Web;

/// <summary>A card as one person sees it.</summary>
internal sealed class ShownCard(Person person, ILocator article)
{
    public ILocator Article => article;

    public Task Shows(string words) => Expect(article).ToContainTextAsync(words);

    public Task ShowsNot(string words) => Expect(article).Not.ToContainTextAsync(words);

    /// <summary>Waits until the item is the one in focus.</summary>
    public Task Asks(string item) => Expect(article.Locator($"fieldset[data-focus={item}]")).ToBeVisibleAsync();

    /// <summary>The line of an item that is not in focus.</summary>
    public Task ShowsLine(int item, string words) =>
        Expect(article.Locator(".item").Filter(new LocatorFilterOptions { HasText = $"Item {item} " })).ToContainTextAsync(words);

    public ILocator Button(string label) => article.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = label, Exact = false }).First;

    public ILocator Option(string item, string option) => article.Locator($"button[data-item={item}][data-option={option}]");

    public Task Answer(string item, string option) => person.Sending(() => Option(item, option).ClickAsync());

    /// <summary>Presses a button that sends at once; its label may go on ("Next · 2 answered").</summary>
    public Task Tap(string label) => person.Sending(() => Button(label).ClickAsync());

    /// <summary>Brings another item into focus by its line.</summary>
    public Task Bring(int item) =>
        person.Sending(() => article.Locator("button.line").Filter(new LocatorFilterOptions { HasText = $"Item {item} " }).ClickAsync());

    /// <summary>Opens a menu, a question or a field of the card.</summary>
    public Task Open(string label) => Summary(label).ClickAsync();

    public ILocator Summary(string label) => article.Locator("summary").Filter(new LocatorFilterOptions { HasText = label }).First;

    /// <summary>Follows a link of the card.</summary>
    public Task Follow(string words) => article.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = words }).ClickAsync();

    public Task HasAttribute(string name, string value) => Expect(article).ToHaveAttributeAsync(name, value);
}

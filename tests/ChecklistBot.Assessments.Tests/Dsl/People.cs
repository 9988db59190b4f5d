namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>The colleagues that the tests speak of.</summary>
internal static class People
{
    public static readonly Person Ann = new(1, "Ann");
    public static readonly Person Ben = new(2, "Ben");
    public static readonly Person Chi = new(3, "Chi");
    public static readonly Person Dee = new(4, "Dee");

    /// <summary>A team of any size: Ann, Ben, Chi, then others.</summary>
    public static IReadOnlyList<Person> Many(int count)
    {
        string[] names = ["Ann", "Ben", "Chi", "Dee", "Eve", "Fay", "Gus", "Hal", "Ivy", "Jon", "Kim", "Lee"];
        return [.. names.Take(count).Select((name, index) => new Person(index + 1, name))];
    }
}

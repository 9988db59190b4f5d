namespace ChecklistBot.Rules.Tests;

/// <summary>Why accents are compared, and not brought into one form.</summary>
public sealed class AccentTests
{
    private const string OneCharacter = "caf\u00e9";
    private const string Apart = "cafe\u0301";

    [Fact]
    public void Without_the_tables_of_a_culture_normalising_changes_nothing()
    {
        Assert.Equal(Apart, Apart.Normalize());
        Assert.Equal(OneCharacter, OneCharacter.Normalize(System.Text.NormalizationForm.FormD));
    }

    [Fact]
    public void Words_are_alike_whose_accents_are_written_in_the_two_ways()
    {
        Assert.True(Accents.AreAlike(OneCharacter, Apart));
        Assert.True(Accents.AreAlike("vi\u1ec7t", "vie\u0323\u0302t"));
        Assert.True(Accents.AreAlike("vi\u00eA\u0323t", "vi\u1ec7t"));
        Assert.False(Accents.AreAlike(OneCharacter, "caf\u00e8"));
        Assert.False(Accents.AreAlike("cafe", Apart));
        Assert.False(Accents.AreAlike("cafes", Apart));
    }
}

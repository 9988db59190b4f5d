namespace ChecklistBot.Settings;

/// <summary>What the checks have to say: problems stop the start, notices are printed and the start goes on.</summary>
internal sealed class SettingFindings
{
    private readonly List<SettingProblem> _problems = [];
    private readonly List<string> _notices = [];

    public IReadOnlyList<SettingProblem> Problems => _problems;

    public IReadOnlyList<string> Notices => _notices;

    public void Refuse(string key, string what, string mend, params IReadOnlyList<string> details) =>
        _problems.Add(new SettingProblem(key, what, mend, details));

    public void Notice(string sentence) => _notices.Add(sentence);
}

namespace ChecklistBot.Settings;

/// <summary>What the text of a setting must look like, checked before anything is bound from it.</summary>
internal enum SettingKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>Any text, which no message ever repeats.</summary>
    Secret,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>An absolute <c>https</c> address; <c>http</c> too when it is loopback.</summary>
    Address,
}

namespace ChecklistBot.Storage;

/// <summary>Whether a message still needs the platform.</summary>
public enum MessageState
{
    /// <summary>The platform has not been told of the newest version or pin.</summary>
    Pending,

    /// <summary>The platform shows what is wanted.</summary>
    Delivered,

    /// <summary>The platform refused for good; <see cref="Message.Note"/> says why.</summary>
    Refused,

    /// <summary>Someone deleted it on the platform; edits never bring it back.</summary>
    Lost,
}

namespace ChecklistBot.Web.Pages;

/// <summary>The address of a room as somebody sees it.</summary>
internal static class RoomAddress
{
    public static string Of(string room, string? who) =>
        who is null ? $"/?room={Uri.EscapeDataString(room)}" : $"/?room={Uri.EscapeDataString(room)}&who={Uri.EscapeDataString(who)}";
}

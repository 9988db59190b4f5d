using System.Text.Json;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>The elements that cards are made of.</summary>
internal static class ElementWriting
{
    /// <summary>A paragraph of Markdown; <paramref name="text"/> is escaped already.</summary>
    public static void Text(this Utf8JsonWriter json, string text, TextLook look = TextLook.Plain, string? spacing = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextBlock");
        json.WriteString("text", text);
        json.WriteBoolean("wrap", true);
        if (look.HasFlag(TextLook.Heading))
        {
            json.WriteString("style", "heading");
            json.WriteString("size", "Large");
        }

        if (look.HasFlag(TextLook.Bold)) json.WriteString("weight", "Bolder");
        if (look.HasFlag(TextLook.Subtle)) json.WriteBoolean("isSubtle", true);
        if (look.HasFlag(TextLook.Attention)) json.WriteString("color", "Attention");
        if (spacing is not null) json.WriteString("spacing", spacing);
        if (look.HasFlag(TextLook.Separated)) json.WriteBoolean("separator", true);
        json.WriteEndObject();
    }

    /// <summary>Opens an element that holds others in <c>items</c>; close it by <see cref="EndItems"/>.</summary>
    public static void StartContainer(this Utf8JsonWriter json, string? style = null, string? spacing = null, bool isSeparated = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "Container");
        if (style is not null) json.WriteString("style", style);
        if (spacing is not null) json.WriteString("spacing", spacing);
        if (isSeparated) json.WriteBoolean("separator", true);
        json.WriteStartArray("items");
    }

    /// <summary>Opens a column set; close it by <see cref="EndItems"/>.</summary>
    public static void StartColumns(this Utf8JsonWriter json, string? spacing = null)
    {
        json.WriteStartObject();
        json.WriteString("type", "ColumnSet");
        if (spacing is not null) json.WriteString("spacing", spacing);
        json.WriteStartArray("columns");
    }

    /// <summary>Opens a column that takes a share of the width; close it by <see cref="EndItems"/>.</summary>
    public static void StartColumn(this Utf8JsonWriter json, int share)
    {
        json.WriteStartObject();
        json.WriteString("type", "Column");
        json.WriteNumber("width", share);
        json.WriteStartArray("items");
    }

    /// <summary>Closes the innermost element that holds others.</summary>
    public static void EndItems(this Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}

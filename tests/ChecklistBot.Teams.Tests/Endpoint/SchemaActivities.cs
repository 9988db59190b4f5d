using System.Text.Json.Nodes;

namespace ChecklistBot.Teams.Tests.Endpoint;

/// <summary>Random activities of the shapes that the protocol's official schema allows.</summary>
internal sealed class SchemaActivities(JsonObject schema, Random random)
{
    private readonly JsonObject definitions = schema["definitions"]!.AsObject();

    public JsonObject Next() => Object(definitions["Activity"]!.AsObject(), depth: 0);

    private JsonObject Object(JsonObject definition, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in definition["properties"]?.AsObject() ?? [])
        {
            if (random.Next(3) > 0) made[name] = Value(property!.AsObject(), depth + 1);
        }

        return made;
    }

    private JsonNode? Value(JsonObject property, int depth)
    {
        if (property["$ref"]?.ToString() is { } reference)
        {
            var target = definitions[reference.Split('/')[^1]]!.AsObject();
            return depth > 4 || target["properties"] is null ? random.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture) : Object(target, depth);
        }

        return property["type"]?.ToString() switch
        {
            "string" => Mutation.Text(random),
            "boolean" => random.Next(2) == 0,
            "integer" or "number" => random.NextDouble() * 1e9,
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(property["items"]!.AsObject(), depth + 1))]),
            _ => new JsonObject { ["any"] = Mutation.Text(random) },
        };
    }
}

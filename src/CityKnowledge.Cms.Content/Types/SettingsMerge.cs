using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Merges settings: objects member by member, values replaced; recipes add to arrays, forms replace them.</summary>
internal static class SettingsMerge
{
    public static void Into(JsonObject target, JsonObject incoming)
    {
        foreach (var (name, value) in incoming)
        {
            switch (value, target[name])
            {
                case (JsonObject from, JsonObject to):
                    Into(to, from);
                    break;
                case (JsonArray from, JsonArray to):
                    Unite(to, from);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }

    /// <summary>Sets the members that are given; null takes a member away, and what is not mentioned stays.</summary>
    public static void Set(JsonObject target, JsonObject incoming)
    {
        foreach (var (name, value) in incoming)
        {
            if (value is null) target.Remove(name);
            else if (value is JsonObject from && target[name] is JsonObject to) Set(to, from);
            else target[name] = value.DeepClone();
        }
    }

    private static void Unite(JsonArray target, JsonArray incoming)
    {
        foreach (var element in incoming)
        {
            if (!target.Any(present => JsonNode.DeepEquals(present, element))) target.Add(element?.DeepClone());
        }
    }
}

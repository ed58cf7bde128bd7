using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Merges settings: objects member by member, arrays united, values replaced.</summary>
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

    private static void Unite(JsonArray target, JsonArray incoming)
    {
        foreach (var element in incoming)
        {
            if (!target.Any(present => JsonNode.DeepEquals(present, element))) target.Add(element?.DeepClone());
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>A short text that differs whenever a definition differs: pass it back with a change, so that nobody is overwritten.</summary>
public static class DefinitionStamp
{
    public static string Of(TypeDefinition type) => Of(DefinitionJson.WriteType(type));

    public static string Of(PartDefinition part) => Of(DefinitionJson.WritePart(part));

    private static string Of(JsonObject definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition.ToJsonString())))[..16];
}

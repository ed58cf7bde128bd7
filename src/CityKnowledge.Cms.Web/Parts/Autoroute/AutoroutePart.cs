using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Autoroute;

/// <summary>The public address of an item, typed or made from a pattern.</summary>
internal sealed class AutoroutePart(LiquidPattern pattern) : PartKind
{
    public override string Name => "AutoroutePart";

    public override string Purpose => "A page with an address of its own on the site.";

    private const string DefaultPattern = "{{ ContentItem.DisplayText | slugify }}";
    private const int LongestPath = 1024;
    private static readonly SearchValues<char> Refused = SearchValues.Create(" :?#[]@!$&'()*+,.;=<>\\|%");

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("Path", MemberKind.Text, Indexed: false),
        new FieldMember("SetHomepage", MemberKind.Flag, Indexed: false),
        new FieldMember("Disabled", MemberKind.Flag, Indexed: false),
        new FieldMember("RouteContainedItems", MemberKind.Flag, Indexed: false),
        new FieldMember("Absolute", MemberKind.Flag, Indexed: false));

    public override IEnumerable<FieldMember> Editable(PartOnType part)
    {
        var settings = part.Settings.Get<AutoroutePartSettings>();
        return Shape.Members.Where(member => member.Name switch
        {
            "Path" => settings.AllowCustomPath || settings.AllowUpdatePath,
            "Disabled" => settings.AllowDisabled,
            "RouteContainedItems" => settings.AllowRouteContainedItems,
            "Absolute" => settings.AllowAbsolutePath,
            _ => false,
        });
    }

    // Nobody has linked to it yet: until the item is published the address follows its title.
    public override void Fill(PartOnType part, JsonObject value, bool wasPublished)
    {
        if (!wasPublished && !Editable(part).Any(member => member.Name == "Path")) value["Path"] = null;
    }

    public override async ValueTask PrepareAsync(PartOnType part, ContentDraft draft)
    {
        var json = draft.Part(part.Name);
        if (json["Path"] is { } path && (path.GetValueKind() != JsonValueKind.String || path.GetValue<string>().Trim('/').Length > 0)) return;
        var made = await MakeAsync(part, draft.ToItem());
        if (made.Length == 0) return;
        json["Path"] = made;
        draft.PathIsGenerated = true;
    }

    /// <summary>The address that the pattern gives the item; empty when it gives none yet.</summary>
    public async ValueTask<string> MakeAsync(PartOnType part, ContentItem item)
    {
        var settings = part.Settings.Get<AutoroutePartSettings>();
        var made = (await pattern.RenderAsync(string.IsNullOrWhiteSpace(settings.Pattern) ? DefaultPattern : settings.Pattern, item)).Trim('/');
        return made.Length > LongestPath ? made[..LongestPath] : made;
    }

    public override IEnumerable<FormattableString> Validate(PartOnType part, JsonElement value)
    {
        if (value.Get("Path").AsText() is not { } path) yield break;
        if (path.Length > LongestPath) yield return $"Your permalink is too long. The permalink can only be up to {LongestPath} characters.";
        if (path.AsSpan().ContainsAny(Refused)) yield return $"Please do not use any of the following characters in your permalink: : ? # [ ] @ ! $ & ' ( ) * + , . ; = < > \\ | % No spaces are allowed (please use dashes or underscores instead).";
        if (path.Contains("//", StringComparison.Ordinal)) yield return $"Your permalink can't contain consecutive slashes.";
        if (path.Any(char.IsControl)) yield return $"Your permalink can't contain control characters.";
    }

    public override void Index(PartOnType part, JsonElement value, IndexRows rows)
    {
        if (value.Get("Disabled").AsFlag() == true) return;
        if (value.Get("Path").AsText() is { Length: > 0 } path) rows.Path(path);
    }
}

using System.Text.Json;
using CityKnowledge.Cms.Content.Media;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.Media;

/// <summary>A chosen file in the editor of a <see cref="MediaField"/>.</summary>
internal sealed record MediaChoice(string Path, string Text)
{
    public static MediaChoice Empty { get; } = new("", "");

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What stands in the place of a picture.</summary>
    public string Kind => System.IO.Path.GetExtension(Path).TrimStart('.');

    /// <summary>The address of the picture, small; null when the file is none.</summary>
    public string? Thumbnail => System.IO.Path.GetExtension(Path).ToLowerInvariant() switch
    {
        ".svg" => Address,
        var extension when Pictures.IsPicture(extension) => Address + "?width=240&height=240",
        _ => null,
    };

    private string Address => "/media" + new PathString("/" + Path.TrimStart('/')).ToUriComponent();

    /// <summary>Words that the script shows.</summary>
    public static string Words(IStringLocalizer words) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["up"] = words["To the folder above"].Value,
        ["folder"] = words["Folder"].Value,
        ["root"] = words["Media"].Value,
        ["nothing"] = words["Nothing found."].Value,
        ["failed"] = words["The line was cut. Try this file again."].Value,
        ["wrongKind"] = words["Only these kinds of files fit here: {0}."].Value,
        ["sending"] = words["is being sent"].Value,
        ["moveUp"] = words["Move {0} up"].Value,
        ["moveDown"] = words["Move {0} down"].Value,
        ["takeOut"] = words["Take out {0}"].Value,
        ["takenOut"] = words["{0} was taken out."].Value,
        ["putBack"] = words["Put it back"].Value,
    });
}

/// <summary>A row of the editor.</summary>
internal sealed record MediaRow(FieldInput Field, MediaChoice Choice, int Place)
{
    /// <summary>The first one has the id that problems lead to.</summary>
    public string IdOf(string member) => Place == 0 ? Field.Id(member) : $"{Field.Id(member)}_{Place}";
}

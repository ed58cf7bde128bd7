using System.Collections.Concurrent;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Finds the editor view beside the class of a field or part kind; kinds without one get controls by their shape.</summary>
internal sealed class EditorViews(ICompositeViewEngine views)
{
    private readonly ConcurrentDictionary<string, string?> known = new(StringComparer.Ordinal);

    public string Of(FieldKind kind) => Find("Fields", kind.Name, "Field") ?? "/Admin/Form/AnyField.cshtml";

    public string Of(PartKind kind) => Find("Parts", kind.Name, "Part") ?? "/Admin/Form/AnyPart.cshtml";

    private string? Find(string folder, string name, string ending) => known.GetOrAdd(name, _ =>
    {
        var noun = name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : name;
        var path = $"/{folder}/{noun}/{name}.Editor.cshtml";
        return views.GetView(null, path, isMainPage: false).Success ? path : null;
    });
}

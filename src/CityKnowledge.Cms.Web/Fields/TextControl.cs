using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>A text in HTML or Markdown as its editor view is given it, whether it is a field or a part.</summary>
/// <param name="LabelId">The id of the element with the label.</param>
internal sealed record TextControl(string Name, string Id, string Text, string LabelId, IStringLocalizer T)
{
    public string? DescribedBy { get; init; }

    public string? Invalid { get; init; }

    public string? Required { get; init; }

    public static TextControl Of(FieldInput input, string member) => new(input.Name(member), input.Id(member), input.Text(member), input.LabelId, input.T)
    {
        DescribedBy = input.DescribedBy,
        Invalid = input.Invalid,
        Required = input.Required,
    };
}

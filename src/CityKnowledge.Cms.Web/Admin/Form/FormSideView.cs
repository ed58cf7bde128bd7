namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>One of the texts that a person may choose in a conflict.</summary>
internal sealed record FormSideView(FormConflict Conflict, FormDifference Difference, FormSide Side, string Label, FormSide? Chosen)
{
    public string Id => $"choice_{Difference.Unit.Replace('.', '_')}_{Side}";
}

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>A shape inside another one; templates show it with <c>shape_render</c>.</summary>
internal sealed record ThemeShape(string Name, IReadOnlyDictionary<string, object?> Model);

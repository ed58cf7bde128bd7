using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Tests.Liquid;

public sealed class NameTests
{
    [Theory]
    [InlineData("Content-Practice", "Content__Practice")]
    [InlineData("Content-Practice.Summary", "Content_Summary__Practice")]
    [InlineData("Content.Summary", "Content_Summary")]
    [InlineData("Widget-Hero", "Widget__Hero")]
    [InlineData("Practice-Summary", "Practice__Summary")]
    [InlineData("Menu-main", "Menu__main")]
    [InlineData("Layout", "Layout")]
    [InlineData("Layout-Print", "Layout__Print")]
    [InlineData("Items/Content-Practice", "Content__Practice")]
    [InlineData("Fields/Text", "Fields_Text")]
    [InlineData("Parts/Title", "Parts_Title")]
    [InlineData("Content-Alias-about-us.Summary", "Content_Summary__Alias__about__us")]
    public void File_names_become_shape_names(string file, string shape) => Assert.Equal(shape, ShapeName.FromFile(file));

    [Theory]
    [InlineData("«a»\"'-%-.d", "a-d")]
    [InlineData("Smith, John B...", "smith-john-b")]
    [InlineData("调度模块", "调度模块")]
    [InlineData("São Paulo — 2024", "sao-paulo-2024")]
    [InlineData("snake_case X", "snake_case-x")]
    [InlineData("हिन्दी शहर", "हिन्दी-शहर")]
    [InlineData("서울 시", "서울-시")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("  ", "")]
    public void Titles_become_slugs(string title, string slug) => Assert.Equal(slug, Slug.Make(title));
}

using CityKnowledge.Cms.Web.Html;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Inputs;

/// <summary>Shows Markdown as the site will show it; always cleaned, whatever the settings of the field say.</summary>
internal static class MarkdownPreview
{
    private const int Longest = 500_000;

    public static IResult Show([FromForm] string? markdown, RichText rich) => markdown is { Length: > Longest }
        ? Results.StatusCode(StatusCodes.Status413PayloadTooLarge)
        : Results.Text(rich.FromMarkdown(markdown ?? ""), "text/html; charset=utf-8");
}

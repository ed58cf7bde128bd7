using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>What the screens of definitions and vocabularies say and show alike.</summary>
internal static partial class ScreenWords
{
    /// <summary>Words in the language of the page.</summary>
    public static string Word(this PageModel page, string english, params object[] arguments)
    {
        var words = page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<AdminTexts>>();
        return arguments.Length == 0 ? words[english].Value : words[english, arguments].Value;
    }

    /// <summary>Says on the next page what was done.</summary>
    public static void Say(this PageModel page, string english, params object[] arguments) => page.TempData.Say(page.Word(english, arguments));

    /// <summary>Shows the same form again, with what was typed and what is wrong.</summary>
    public static PageResult ShowProblems(this PageModel page, InvalidContentException trouble)
    {
        foreach (var problem in trouble.Problems) page.ModelState.AddModelError(problem.Path, problem.Message);
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>Shows the same form again, because somebody else was faster.</summary>
    public static PageResult ShowOvertaken(this PageModel page)
    {
        page.ModelState.AddModelError("", page.Word("Somebody else changed this while you were working on it. What you typed is below, and nothing was saved. Look at the present state in another window; saving again puts yours in its place."));
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    /// <summary>Where the fields of a part are shown: on the type that it belongs to, or on its own screen.</summary>
    public static string ScreenOfPart(this Content.Types.ContentTypes types, string part) =>
        types.FindType(part) is { } type ? $"/Admin/ContentTypes/Edit/{type.Name}" : $"/Admin/ContentParts/Edit/{part}";

    /// <summary>The name of a kind for people: <c>ContentPickerField</c> → Content picker.</summary>
    public static string OfKind(string kind)
    {
        var stem = kind.EndsWith("Field", StringComparison.Ordinal) ? kind[..^"Field".Length] : kind.EndsWith("Part", StringComparison.Ordinal) ? kind[..^"Part".Length] : kind;
        return stem.Length == 0 ? kind : stem[..1] + Capital().Replace(stem[1..], match => " " + match.Value.ToLowerInvariant());
    }

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex Capital();
}

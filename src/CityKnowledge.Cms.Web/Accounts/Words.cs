using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>The words of the administration, for messages and mails about accounts. English is the key.</summary>
internal sealed class Words(IStringLocalizerFactory languages)
{
    // The same resource files as those of the pages, named without depending on them.
    private readonly IStringLocalizer texts = languages.Create("Admin.AdminTexts", typeof(Words).Assembly.GetName().Name!);

    public string this[string english, params object[] values] => values.Length == 0 ? texts[english] : texts[english, values];
}

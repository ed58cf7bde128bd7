namespace CityKnowledge.Cms.Web.Admin;

/// <summary>Names the resource files with the words of the administration: Resources/Admin/AdminTexts.fr.resx and so on. English is the key.</summary>
internal sealed class AdminTexts;

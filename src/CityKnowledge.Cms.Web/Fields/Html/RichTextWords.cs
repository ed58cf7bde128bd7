using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.Html;

/// <summary>The words of the editor for HTML.</summary>
internal static class RichTextWords
{
    public static string Of(IStringLocalizer words) => Pictures(Tables(Links(Tools(new ControlWords(words))))).ToString();

    private static ControlWords Tools(ControlWords words) => words
        .Add("toolbar", "Formatting").Add("heading2", "Heading").Add("heading3", "Smaller heading")
        .Add("bold", "Bold (Ctrl+B)").Add("italic", "Italic (Ctrl+I)").Add("strike", "Struck through")
        .Add("list", "List").Add("numbers", "Numbered list").Add("quote", "Quotation").Add("line", "Dividing line")
        .Add("undo", "Undo (Ctrl+Z)").Add("redo", "Redo (Ctrl+Shift+Z)").Add("source", "Source")
        .Add("unfit", "The editor cannot hold all of this HTML, so it is shown as it is written and nothing is lost.")
        .Add("unfitNames", "The editor cannot hold {0}, so the HTML is shown as it is written and nothing is lost.")
        .Add("anyway", "Use the editor anyway; what it cannot hold goes with the first change");

    private static ControlWords Links(ControlWords words) => words
        .Add("link", "Link (Ctrl+K on chosen text)").Add("linkShort", "Link").Add("address", "Address").Add("setLink", "Set link").Add("removeLink", "Remove link");

    private static ControlWords Tables(ControlWords words) => words
        .Add("table", "Table").Add("tableShort", "Table").Add("rowBelow", "Add row").Add("columnAfter", "Add column").Add("headerRow", "Header row")
        .Add("deleteRow", "Remove row").Add("deleteColumn", "Remove column").Add("deleteTable", "Remove table");

    private static ControlWords Pictures(ControlWords words) => words
        .Add("picture", "Add a picture").Add("pictureShort", "Picture").Add("pictureFile", "File").Add("alt", "What the picture shows")
        .Add("altHint", "Read aloud to people who do not see it, and shown when it cannot be loaded.")
        .Add("decoration", "It is only decoration").Add("addPicture", "Add picture").Add("cancel", "Cancel")
        .Add("noFile", "Choose a file first.").Add("noAlt", "Say what the picture shows, or that it is only decoration.")
        .Add("uploadFailed", "The picture could not be uploaded. Try again.").Add("uploadForbidden", "Your account may not upload pictures.");
}

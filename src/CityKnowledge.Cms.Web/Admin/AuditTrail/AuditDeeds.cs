using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>Deeds that are not about the text of an item, in words.</summary>
internal static class AuditDeeds
{
    /// <summary>Null for a deed that this list does not know.</summary>
    public static LocalizedString? Find(IStringLocalizer words, string category, string happened) => category switch
    {
        "User" => OfUser(words, happened),
        "Role" => OfRole(words, happened),
        "Media" => OfMedia(words, happened),
        "Recipe" => OfRecipe(words, happened),
        "Settings" => OfSettings(words, happened),
        "Search" => OfSearch(words, happened),
        "Taxonomy" => OfTaxonomy(words, happened),
        "ContentType" => OfContentType(words, happened),
        _ => null,
    };

    private static LocalizedString? OfUser(IStringLocalizer words, string happened) => happened switch
    {
        "Invited" => words["Invited"],
        "SignedUp" => words["Took up the invitation"],
        "Updated" => words["Account changed"],
        "Enabled" => words["Account opened again"],
        "Disabled" => words["Account closed"],
        "Deleted" => words["Account deleted"],
        "PasswordReset" => words["Password changed"],
        "PasswordRecovered" => words["New password set after a mail"],
        "TwoFactorEnabled" => words["Second step of signing in turned on"],
        "TwoFactorDisabled" => words["Second step of signing in turned off"],
        "RecoveryCodeUsed" => words["Signed in with a recovery code"],
        "PasskeyAdded" => words["Passkey added"],
        "PasskeyRenamed" => words["Passkey renamed"],
        "PasskeyRemoved" => words["Passkey removed"],
        "LogInSucceeded" => words["Signed in"],
        "LogInFailed" => words["Could not sign in"],
        "LogInIsLockedOut" => words["Tried to sign in while locked out"],
        "MailSent" => words["Mail sent"],
        "MailNotSent" => words["Mail could not be sent"],
        _ => null,
    };

    private static LocalizedString? OfRole(IStringLocalizer words, string happened) => happened switch
    {
        "Created" => words["Role made"],
        "Updated" => words["Role changed"],
        "Deleted" => words["Role deleted"],
        _ => null,
    };

    private static LocalizedString? OfMedia(IStringLocalizer words, string happened) => happened switch
    {
        "Uploaded" => words["File uploaded"],
        "Moved" => words["File moved or renamed"],
        "Deleted" => words["File deleted"],
        "Described" => words["File described"],
        "FolderCreated" => words["Folder made"],
        "FolderMoved" => words["Folder moved or renamed"],
        "FolderDeleted" => words["Folder deleted"],
        _ => null,
    };

    private static LocalizedString? OfRecipe(IStringLocalizer words, string happened) => happened switch
    {
        "Run" => words["Recipe run"],
        "Tried" => words["Recipe tried without changing anything"],
        "Failed" => words["Recipe failed, nothing changed"],
        _ => null,
    };

    private static LocalizedString? OfSettings(IStringLocalizer words, string happened) => happened switch
    {
        "Changed" => words["Settings changed"],
        "ThemeApplied" => words["Theme chosen"],
        _ => null,
    };

    private static LocalizedString? OfSearch(IStringLocalizer words, string happened) => happened switch
    {
        "Rebuilt" => words["Index made again"],
        "TypesChosen" => words["Content types of the index chosen"],
        _ => null,
    };

    private static LocalizedString? OfTaxonomy(IStringLocalizer words, string happened) => happened switch
    {
        "TermAdded" => words["Term added"],
        "TermChanged" => words["Term changed"],
        "TermMoved" => words["Term moved"],
        "TermDeprecated" => words["Term taken out of use"],
        "TermRevived" => words["Term put back into use"],
        "TermDeleted" => words["Term deleted"],
        _ => null,
    };

    private static LocalizedString? OfContentType(IStringLocalizer words, string happened) => happened switch
    {
        "TypeCreated" => words["Content type made"],
        "TypeChanged" => words["Content type changed"],
        "TypeDeleted" => words["Content type deleted"],
        "PartsAttached" => words["Parts added"],
        "PartDetached" => words["Part taken away"],
        "PartMoved" => words["Part moved"],
        "PartOnTypeChanged" => words["Settings of a part changed"],
        "PartCreated" => words["Part made"],
        "PartChanged" => words["Part changed"],
        "PartDeleted" => words["Part deleted"],
        "FieldAdded" => words["Field added"],
        "FieldChanged" => words["Field changed"],
        "FieldRemoved" => words["Field removed"],
        "FieldMoved" => words["Field moved"],
        _ => null,
    };
}

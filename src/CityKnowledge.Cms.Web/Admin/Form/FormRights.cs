using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Which buttons and links a form has for a person.</summary>
internal sealed record FormRights(bool Save, bool Publish, bool Preview, bool Copy, bool Delete)
{
    public static FormRights Of(ItemRights rights, FormTarget target) => new(
        (target.Type.Options.Draftable || !May(rights, target, Permissions.PublishContent)) && (target.Item is null || rights.MaySaveOver(target.Caller, target.Item)),
        May(rights, target, Permissions.PublishContent),
        May(rights, target, Permissions.PreviewContent),
        target.Item is not null && May(rights, target, Permissions.CloneContent),
        target.Item is not null && May(rights, target, Permissions.DeleteContent));

    private static bool May(ItemRights rights, FormTarget target, string permission) => target.Item is { } item
        ? rights.AllowsItem(target.Caller, permission, item)
        : rights.AllowsType(target.Caller, Access.OwnForm(permission), target.Type.Name);
}

using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Which buttons and links a form has for a person.</summary>
internal sealed record FormRights(bool Save, bool Publish, bool Preview, bool Copy, bool Delete)
{
    public static FormRights Of(Access access, FormTarget target) => new(
        target.Type.Options.Draftable || !May(access, target, Permissions.PublishContent),
        May(access, target, Permissions.PublishContent),
        May(access, target, Permissions.PreviewContent),
        target.Item is not null && May(access, target, Permissions.CloneContent),
        target.Item is not null && May(access, target, Permissions.DeleteContent));

    private static bool May(Access access, FormTarget target, string permission) => target.Item is { } item
        ? access.AllowsItem(target.Caller, permission, item)
        : access.AllowsType(target.Caller, Access.OwnForm(permission), target.Type.Name);
}

using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Says who may enter a screen; the gate, the menu and the palette all ask here.</summary>
internal sealed class ScreenRights(Access access, TypeCatalogue types)
{
    public bool MayEnter(Caller caller, AdminPageAttribute? screen) =>
        access.Allows(caller, Permissions.AccessAdminPanel)
        && (screen?.Permission is not { } permission || access.Allows(caller, permission))
        && (screen?.TypePermission is not { } forSome || HoldsForSome(caller, forSome));

    // Without any type the screen says how to get one.
    private bool HoldsForSome(Caller caller, string permission) =>
        !types.Current.Types.Any() || types.Current.Types.Any(type => access.AllowsType(caller, permission, type.Name));
}

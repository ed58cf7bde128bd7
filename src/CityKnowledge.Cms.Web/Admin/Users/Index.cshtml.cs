using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>The list of users, with Orchard's filter words.</summary>
[AdminPage(Permission = Permissions.ListUsers, Menu = "Users", Group = MenuGroup.People, Order = 10)]
internal sealed class IndexModel(UserList users, Access access, MailSettings mail, CurrentSite site) : PageModel
{
    /// <summary>The search box.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true)]
    public UserStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public UserFilter Filter { get; private set; } = new();

    public UserPage Users { get; private set; } = null!;

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool MayInvite { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>Whether mails go into a folder, since no mail server is set.</summary>
    public bool HasMailServer => mail.HasServer;

    public string MailFolder => mail.Folder;

    public bool KnowsItsAddress { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // The form's choices become words of the box, so that the address says all.
        if (Request.Query.ContainsKey(nameof(Status)) || Request.Query.ContainsKey(nameof(Role)))
        {
            var chosen = UserFilter.Parse(Query) with { Status = Status ?? UserStatus.All, Role = Role ?? "" };
            return RedirectToPage(new { q = chosen.ToString() is { Length: > 0 } words ? words : null });
        }

        var caller = HttpContext.GetCaller();
        Filter = UserFilter.Parse(Query);
        Users = await users.ReadAsync(caller, Filter, After, cancel);
        Roles = [.. access.Roles.Select(role => role.Name).Where(name => name is not (Caller.AnonymousRole or Caller.AuthenticatedRole)).Order(StringComparer.OrdinalIgnoreCase)];
        (MayInvite, MayEdit) = (access.Allows(caller, Permissions.ManageUsers), access.Allows(caller, Permissions.ViewUsers));
        KnowsItsAddress = (await site.GetAsync(cancel)).BaseUrl.Length > 0;
        return Page();
    }
}

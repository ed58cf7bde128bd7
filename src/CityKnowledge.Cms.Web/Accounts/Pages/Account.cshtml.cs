using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>A person's own account: who one is here, and how one proves it.</summary>
[Authorize]
internal sealed class AccountModel(OwnAccount account, EnabledUsers users, Entrance entrance, Words words) : PageModel
{
    private const int LongestName = 60;

    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>Which passkey a form is about.</summary>
    [BindProperty]
    public string? Id { get; set; }

    public UserRow Person { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public int RecoveryCodesLeft { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Challenge();

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        if (!await LoadAsync()) return Challenge();
        var entity = new PasskeyUserEntity { Id = Person.Id, Name = Person.UserName!, DisplayName = Person.UserName! };
        return Content(await users.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (Keys.Count >= Passkeys.MostPerUser) return Refuse("", words["An account may have at most {0} passkeys. Remove one first.", Passkeys.MostPerUser]);
        if (!await entrance.IsOwnerAsync(HttpContext, Person, CurrentPassword)) return Refuse(nameof(CurrentPassword), words["The present password is not right."]);
        // The passkey must be for whom it is added to: the browser may have been asked for someone else's before.
        if (await Passkeys.AttestAsync(users, Credential) is not { Succeeded: true } made || made.UserEntity.Id != Person.Id) return Refuse("", words["The passkey could not be made. Try again."]);
        made.Passkey.Name = Shorten(Name) ?? words["Passkey {0}", Keys.Count + 1];
        await account.SavePasskeyAsync(HttpContext, made.Passkey, "PasskeyAdded");
        return Done(words["The passkey '{0}' was added.", made.Passkey.Name]);
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (Find() is not { } key) return NotFound();
        if (Shorten(Name) is not { } name) return Refuse("", words["Enter a name for the passkey."]);
        key.Name = name;
        await account.SavePasskeyAsync(HttpContext, key, "PasskeyRenamed");
        return Done(words["The passkey is called '{0}' now.", name]);
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (Find() is not { } key) return NotFound();
        if (Person.PasswordHash is null && Keys.Count == 1) return Refuse("", words["This is your only way to sign in. Choose a password or add another passkey first."]);
        await account.RemovePasskeyAsync(HttpContext, key.CredentialId);
        return Done(words["The passkey '{0}' was removed.", key.Name ?? ""]);
    }

    public async Task<IActionResult> OnPostSignOutOthersAsync()
    {
        await account.EndOtherSessionsAsync(HttpContext);
        return Done(words["All your other sessions were ended."]);
    }

    private UserPasskeyInfo? Find() =>
        Passkeys.ReadId(Id) is { } id ? Keys.FirstOrDefault(key => key.CredentialId.AsSpan().SequenceEqual(id)) : null;

    private async Task<bool> LoadAsync()
    {
        if (await account.FindAsync(HttpContext) is not { } person) return false;
        Person = person;
        Keys = [.. (await users.UserManager.GetPasskeysAsync(person)).OrderBy(key => key.CreatedAt)];
        RecoveryCodesLeft = person.TwoFactorEnabled ? await users.UserManager.CountRecoveryCodesAsync(person) : 0;
        return true;
    }

    private RedirectResult Done(string message)
    {
        TempData.Say(message);
        return Redirect("/Account");
    }

    private PageResult Refuse(string field, string message)
    {
        ModelState.AddModelError(field, message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private static string? Shorten(string? name) =>
        name?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, LongestName)] : null;
}

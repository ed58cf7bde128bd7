using System.Text;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Turns the second step at sign-in on and off, and shows recovery codes once.</summary>
[Authorize]
internal sealed class TwoFactorModel(OwnAccount account, Entrance entrance, AppKeys keys, Words words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    /// <summary>The key shown before, sealed.</summary>
    [BindProperty]
    public string? SealedKey { get; set; }

    public UserRow Person { get; private set; } = null!;

    /// <summary>The key to be typed into the app, in groups of four.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The picture to be scanned by the app, as an address of its own.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>New recovery codes; they are kept nowhere in a form that can be shown again.</summary>
    public IReadOnlyList<string>? NewCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : Challenge();

    public async Task<IActionResult> OnPostTurnOnAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (Person.TwoFactorEnabled) return NotFound();
        // Else a browser left open could lock its owner out.
        if (!await IsOwnerAsync()) return Refuse();
        if (keys.Open(Person.Id, SealedKey) is { } key) NewCodes = await account.TurnOnAsync(HttpContext, key, Code ?? "");
        if (NewCodes is not null) return Page();
        ModelState.AddModelError(nameof(Code), words["This code is not right. Enter the six digits that the app shows now; if it goes on, check the clock of the phone."]);
        return Refuse();
    }

    public async Task<IActionResult> OnPostNewCodesAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (!Person.TwoFactorEnabled) return NotFound();
        if (!await IsOwnerAsync()) return Refuse();
        NewCodes = await account.NewCodesAsync(HttpContext);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        if (!await LoadAsync()) return Challenge();
        if (!await IsOwnerAsync()) return Refuse();
        await account.TurnOffAsync(HttpContext);
        TempData.Say(words["The second step is off. Your password alone signs you in now."]);
        return Redirect("/Account");
    }

    private async Task<bool> IsOwnerAsync()
    {
        if (await entrance.IsOwnerAsync(HttpContext, Person, CurrentPassword)) return true;
        ModelState.AddModelError(nameof(CurrentPassword), words["The present password is not right."]);
        return false;
    }

    private async Task<bool> LoadAsync()
    {
        if (await account.FindAsync(HttpContext) is not { } person) return false;
        Person = person;
        if (!person.TwoFactorEnabled) Draw();
        return true;
    }

    // A key that was shown before stays: the app on the phone has it already.
    private void Draw()
    {
        var key = keys.Open(Person.Id, SealedKey);
        if (key is null)
        {
            ModelState.Remove(nameof(SealedKey));
            SealedKey = keys.SealNew(Person.Id);
            key = keys.Open(Person.Id, SealedKey)!;
        }

        Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        var name = Uri.EscapeDataString(Request.Host.Host);
        using var codes = new QRCodeGenerator();
        using var data = codes.CreateQrCode($"otpauth://totp/{name}:{Uri.EscapeDataString(Person.UserName!)}?secret={key}&issuer={name}&digits=6", QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        Picture = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.GetGraphic(4)));
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

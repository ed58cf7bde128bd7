using System.Globalization;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using Microsoft.AspNetCore.Http;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>Asks addresses of the administration with samples that lead past the gate.</summary>
internal sealed class AccessProbe(Site site)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SampleValues samples = new(site);
    private SampleForms? forms;

    public SampleValues Samples => samples;

    private SampleForms Forms => forms ??= new SampleForms(site, samples);

    /// <param name="role">Null for a visitor, empty for someone without a role.</param>
    public async Task<Persona> EnterAsync(string? role) =>
        role is null ? Persona.Visitor(site) : await Persona.SignInAsync(site, role.Length == 0 ? [] : [role]);

    public static async Task<string> ReadAsync(Persona person, string path)
    {
        using var answer = await person.GetAsync(path).WaitAsync(Patience);
        return Describe(answer);
    }

    /// <summary>A new person and new things for each: what one request changes must not decide the next.</summary>
    public async Task<string> ChangeAsync(AdminAddress address, string? role, bool owns)
    {
        using var person = await EnterAsync(role);
        var owner = owns ? person.Caller : Caller.Site;
        var values = await Samples.MakeAsync(address, owner);
        using var answer = await person.SendWithTokenAsync(new HttpMethod(address.Verb), address.Fill(values), await Forms.MakeAsync(address, owner, values)).WaitAsync(Patience);
        await RecipesEndAsync();
        return Describe(answer);
    }

    /// <summary>The address with samples of that owner.</summary>
    public async Task<string> FillAsync(AdminAddress address, Caller owner)
    {
        var values = await Samples.MakeAsync(address, owner);
        var query = QueryString.Create((await Forms.MakeAsync(address, owner, values)).Select(field => KeyValuePair.Create(field.Name, (string?)field.Value))).ToUriComponent();
        return address.Fill(values) + (address.Route.Contains('?', StringComparison.Ordinal) ? query.Replace('?', '&') : query);
    }

    // A recipe runs in the background, and its changes must not be taken for those of a later reader.
    private async Task RecipesEndAsync()
    {
        while (site.Get<RecipeRuns>().Last is { IsRunning: true }) await Task.Delay(20);
    }

    private static string Describe(HttpResponseMessage answer) =>
        answer.Headers.Location is { } place && place.OriginalString.Contains("/Login", StringComparison.OrdinalIgnoreCase)
            ? "login" : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
}

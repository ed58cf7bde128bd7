using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Settings;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Composition.FindRoot() });
    builder.Configuration.AddOverrides(args);
    builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
    builder.Services.AddCityKnowledge(builder.Configuration, builder.Environment);
    var app = builder.Build();
    app.UseCityKnowledge();
    await app.PrepareAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception trouble) when (trouble is SettingException or StorageException or IOException)
{
    // What the owner can mend is said in one line; a stack trace would hide it.
    await Console.Error.WriteLineAsync($"The site cannot start. {trouble.Message}");
    return 1;
}

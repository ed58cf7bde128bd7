using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Settings;
using CityKnowledge.Cms.Web.Setup;

try
{
    await using var app = Composition.Build(args, FindRoot(), Console.Out);
    var setup = app.Services.GetRequiredService<SetupState>();
    await app.PrepareAsync();
    await app.RunAsync();
    return setup.IsStopped ? 1 : 0;
}
catch (Exception trouble) when (trouble is SettingException or StorageException or IOException)
{
    // What the owner can mend is said in one line; a stack trace would hide it.
    await Console.Error.WriteLineAsync($"The site cannot start. {trouble.Message}");
    return 1;
}

// The folder with appsettings.json: where the process was started, else beside the program.
static string FindRoot() =>
    File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

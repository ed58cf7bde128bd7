using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.RecipeSteps.Media;

/// <summary>Puts files into the media library. They are laid ready beside it and moved in when the recipe is committed.</summary>
internal sealed class MediaStep(MediaFolder media) : RecipeStep
{
    public override string Name => "media";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var files = run.Written.Get("Files");
        if (files.ValueKind != JsonValueKind.Array) throw run.Error("Files", "The step needs an array 'Files'.");
        var ready = Path.Combine(media.Root + ".ready", Guid.NewGuid().ToString("N"));
        run.CleanUp(() => DeleteFolder(ready));
        var place = 0;
        foreach (var written in files.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"Files[{place}]");
            var file = Path.Combine(ready, place++.ToString(CultureInfo.InvariantCulture));
            var json = run.Evaluate(written, path);
            var target = FindTarget(run, json, path);
            Directory.CreateDirectory(ready);
            await WriteAsync(run, json, path, file, cancel);
            run.Session.AfterCommit(() => Move(file, target));
        }
    }

    private string FindTarget(StepRun run, JsonElement json, string path)
    {
        var name = json.Get("TargetPath").AsText() ?? json.Get("Path").AsText() ?? "";
        if (name.Length == 0) throw run.Error($"{path}.TargetPath", "A file needs a TargetPath.");
        if (!media.Allows(name)) throw run.Error($"{path}.TargetPath", $"File extension not allowed: '{name}'");
        return media.Resolve(name) ?? throw run.Error($"{path}.TargetPath", $"The path '{name}' leads out of the media library, or is no file name.");
    }

    private static async Task WriteAsync(StepRun run, JsonElement json, string path, string file, CancellationToken cancel)
    {
        if (json.Get("Base64") is { ValueKind: JsonValueKind.String } base64)
        {
            if (!base64.TryGetBytesFromBase64(out var bytes)) throw run.Error($"{path}.Base64", "This is no base64.");
            await File.WriteAllBytesAsync(file, bytes, cancel);
        }
        else if (json.Get("SourcePath").AsText() is { Length: > 0 } source)
        {
            File.Copy(Find(run, source, $"{path}.SourcePath"), file, overwrite: true);
        }
        else if (json.Get("SourceUrl").AsText() is { Length: > 0 } url)
        {
            throw run.Error($"{path}.SourceUrl", $"Files are not fetched from other servers ('{url}'). Put the file beside the recipe and name it in SourcePath.");
        }
        else
        {
            throw run.Error(path, "A file needs Base64 or SourcePath.");
        }
    }

    private static string Find(StepRun run, string source, string path)
    {
        try
        {
            return (run.Files ?? throw run.Error(path, "This recipe did not come from a file: give the content as Base64.")).Find(source);
        }
        catch (RecipeFileException trouble)
        {
            throw run.Error(path, trouble.Message, trouble);
        }
    }

    private static void Move(string file, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(file, target, overwrite: true);
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}

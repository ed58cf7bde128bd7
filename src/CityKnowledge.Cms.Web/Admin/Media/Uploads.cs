using System.Globalization;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Takes the files of a request into the library, each with its own answer.</summary>
internal sealed class Uploads(MediaIntake intake, MediaLimits limits)
{
    /// <exception cref="Content.Items.ForbiddenException">The caller may not upload.</exception>
    public async Task<IReadOnlyList<MediaIntakeResult>> TakeAsync(Caller caller, string folder, IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        var results = new List<MediaIntakeResult>(files.Count);
        foreach (var file in files)
        {
            if (results.Count >= limits.Files) results.Add(new MediaIntakeResult(file.FileName, null, $"At most {limits.Files} files can be sent at once."));
            else if (file.Length > limits.FileSize) results.Add(new MediaIntakeResult(file.FileName, null, $"The file is larger than {limits.FileSize / 1_000_000} MB."));
            else results.Add(await TakeAsync(caller, folder, file, cancel));
        }

        return results;
    }

    private async Task<MediaIntakeResult> TakeAsync(Caller caller, string folder, IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        return await intake.TakeAsync(caller, folder, file.FileName, content, cancel);
    }
}

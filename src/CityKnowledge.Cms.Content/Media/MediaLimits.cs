namespace CityKnowledge.Cms.Content.Media;

/// <summary>How large uploads and pictures may be.</summary>
/// <param name="FileSize">Most bytes of one file.</param>
/// <param name="Pixels">Most pixels of one picture: a small file can hold a picture that fills the memory.</param>
/// <param name="Files">Most files of one upload.</param>
public sealed record MediaLimits(long FileSize = 30_000_000, long Pixels = 50_000_000, int Files = 20)
{
    /// <summary>Most bytes of one request that uploads.</summary>
    public long RequestSize => (FileSize * Math.Min(Files, 10)) + (1 << 20);
}

namespace CityKnowledge.Cms.Tests.Architecture;

/// <summary>What a check of the sources found.</summary>
internal static class Findings
{
    /// <summary>Fails with the whole list, one line each.</summary>
    public static void None(IEnumerable<string?> found)
    {
        var list = string.Join('\n', found);
        Assert.True(list.Length == 0, list);
    }
}

using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Blocks;

namespace CityKnowledge.Cms.Tests.Architecture;

public sealed class CatalogueTests
{
    [Fact]
    public void The_catalogue_lists_every_block()
    {
        var file = Path.Combine(Repository.Root, "tests", "CityKnowledge.Cms.Tests", "Architecture", "Catalogue.txt");
        var blocks = BlockDiscovery.Find(typeof(Composition).Assembly).Select(block => $"{block.Kind.Name} {block.Block.Name}").ToArray();
        var listed = File.ReadAllLines(file).Where(line => line.Length > 0).ToArray();

        Findings.None(blocks.Except(listed).Select(block => $"add to {file}: {block}"));
        Findings.None(listed.Except(blocks).Select(block => $"remove from {file}: {block}"));
    }
}

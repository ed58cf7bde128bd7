using System.Reflection;
using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Web.GraphQl.Operators;
using CityKnowledge.Cms.Web.GraphQl.Parts;
using CityKnowledge.Cms.Web.Liquid;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CityKnowledge.Cms.Web.Blocks;

/// <summary>Finds the blocks by type, so that adding one is adding its folder and nothing else.</summary>
internal static class BlockDiscovery
{
    /// <summary>What counts as a block.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(FieldKind), typeof(PartKind), typeof(RecipeStep), typeof(ChangeConsumer), typeof(Operator), typeof(PartView),
        typeof(LiquidFilter), typeof(LiquidTag),
    ];

    public static IServiceCollection AddBlocks(this IServiceCollection services, Assembly assembly)
    {
        foreach (var (kind, block) in Find(assembly))
        {
            // Also under its own type: a slice may talk to its own block.
            services.TryAddSingleton(block);
            services.AddSingleton(kind, all => all.GetRequiredService(block));
        }

        return services;
    }

    /// <summary>Every block with its kind, in order of kinds and names.</summary>
    public static IEnumerable<(Type Kind, Type Block)> Find(Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).ToArray();
        return Kinds.SelectMany(kind => types.Where(type => type.IsSubclassOf(kind))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (kind, type)));
    }
}

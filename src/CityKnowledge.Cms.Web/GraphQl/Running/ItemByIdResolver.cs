using CityKnowledge.Cms.Content.Queries;
using GraphQL;
using GraphQL.Resolvers;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>The published item with an id, of whatever type; null when there is none or the caller may not see it.</summary>
internal sealed class ItemByIdResolver : IFieldResolver
{
    public const string Argument = "contentItemId";

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var state = RequestState.Of(context);
        var id = (string)context.Arguments![Argument].Value!;
        return new(state.Items.Load([id], ContentStatus.Published, found => found is [var item] && state.Rights.MayView(item) ? item : null));
    }
}

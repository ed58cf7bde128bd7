using CityKnowledge.Cms.Web.GraphQl.Relations;
using GraphQL;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>What belongs to one request: who asks, and the loads its fields share. GraphQL.NET carries it as a dictionary.</summary>
internal sealed class RequestState(ViewRights rights, ItemBatch items, ContainedBatch contained) : Dictionary<string, object?>(0)
{
    public ViewRights Rights => rights;
    public ItemBatch Items => items;
    public ContainedBatch Contained => contained;
    public SelectionPlans Plans { get; } = new();

    public static RequestState Of(IResolveFieldContext context) => (RequestState)context.UserContext;
}

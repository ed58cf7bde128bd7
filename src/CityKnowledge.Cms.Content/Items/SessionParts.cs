using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>What every session works with.</summary>
public sealed record SessionParts(TypeCatalogue Types, ItemCheck Check, ItemIndexer Indexer, FieldKeys Keys, Access Access, IReservedPaths Reserved);

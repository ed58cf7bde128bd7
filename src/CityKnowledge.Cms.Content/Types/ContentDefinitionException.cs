namespace CityKnowledge.Cms.Content.Types;

/// <summary>A content definition is wrong; the message says where and what would be right.</summary>
public sealed class ContentDefinitionException(string message) : Exception(message);

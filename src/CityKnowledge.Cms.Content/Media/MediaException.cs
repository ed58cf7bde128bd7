using CityKnowledge.Cms.Content.Wording;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>What was asked of the media library cannot be done; the message says why, in words for the person who asked.</summary>
public sealed class MediaException(FormattableString words) : Exception(Sentences.Say(words));

using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>A file of the media library with its text.</summary>
internal sealed record MediaFile(string Path, string? Text)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    public string Url => "/media/" + string.Join('/', Path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
}

/// <summary>Files of the media library.</summary>
internal sealed class MediaMember : MemberView
{
    private readonly Scalars scalars;
    private readonly ObjectGraphType file;

    public MediaMember(Scalars scalars)
    {
        this.scalars = scalars;
        file = new ObjectGraphType { Name = "MediaFileItem" };
        Part("fileName", media => media.FileName);
        Part("path", media => media.Path);
        Part("url", media => media.Url);
        Part("mediaText", media => media.Text);
    }

    public override bool IsList => true;

    public override bool Shows(MemberKind kind) => kind == MemberKind.MediaPaths;

    public override void Describe(MemberPlace place, Offer offer)
    {
        Add("paths", media => media.Path);
        Add("fileNames", media => media.FileName);
        Add("urls", media => media.Url);
        Add("mediatexts", media => media.Text ?? "");
        offer.Field("files", new ListGraphType(file), new JsonResolver(place.Owner, json => Files(json, place.Member.Name)));

        void Add(string name, Func<MediaFile, string> read) =>
            offer.Field(name, new ListGraphType(scalars.Text), new JsonResolver(place.Owner, json => Files(json, place.Member.Name).ConvertAll(media => read(media))));
    }

    private void Part(string name, Func<MediaFile, string?> read) => file.AddField(new FieldType
    {
        Name = name,
        ResolvedType = scalars.Text,
        Resolver = new GraphQL.Resolvers.FuncFieldResolver<MediaFile, string>(context => read(context.Source)),
    });

    private static List<MediaFile> Files(JsonElement field, string paths)
    {
        var texts = field.Get("MediaTexts").AsTexts().ToList();
        return [.. field.Get(paths).AsTexts().Select((path, at) => new MediaFile(path, at < texts.Count ? texts[at] : null))];
    }
}

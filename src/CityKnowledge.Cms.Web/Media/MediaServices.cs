namespace CityKnowledge.Cms.Web.Media;

/// <summary>Brings the files of the media library to visitors.</summary>
internal static class MediaServices
{
    public static IServiceCollection AddMedia(this IServiceCollection services)
    {
        services.AddSingleton<ResizedPictures>();
        services.AddSingleton<PictureRequest>();
        return services;
    }
}

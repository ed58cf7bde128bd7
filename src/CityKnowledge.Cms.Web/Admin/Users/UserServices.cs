namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>What the screens about users need.</summary>
internal static class UserServices
{
    public static IServiceCollection AddUserScreens(this IServiceCollection services) => services.AddScoped<UserPageReader>().AddScoped<UserLetters>();
}

using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>The parameters that every recipe has on a site that was set up.</summary>
internal static class SiteParameters
{
    public static async Task<RecipeParameters> ReadAsync(ContentSession session, CancellationToken cancel)
    {
        var site = await session.GetSettingAsync(CurrentSite.SettingName, cancel);
        var adminId = site.Get("SuperUser").AsText();
        var admin = await session.Db.Users.Where(user => user.Id == adminId).Select(user => user.UserName).FirstOrDefaultAsync(cancel);
        return new RecipeParameters { ["SiteName"] = site.Get("SiteName").AsText(), ["AdminUserId"] = adminId, ["AdminUsername"] = admin };
    }
}

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Measures the live preview in the page itself.</summary>
internal static class PreviewProbe
{
    /// <summary>Writes a title; gives the milliseconds from the key to the drawn page.</summary>
    public const string TypeAndWait = """
        title => new Promise(done => {
          const box = document.querySelector('#TitlePart_Title');
          const begun = performance.now();
          box.value = title;
          box.dispatchEvent(new Event('input', { bubbles: true }));
          const look = () => {
            const shown = [...document.querySelectorAll('.preview-frame:not(.waiting)')].some(frame => frame.contentDocument?.querySelector('h1')?.textContent.includes(title));
            if (shown) done(performance.now() - begun); else requestAnimationFrame(look);
          };
          look();
        })
        """;
}

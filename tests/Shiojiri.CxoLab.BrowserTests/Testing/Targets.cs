using System.Text.Json;
using Microsoft.Playwright;

namespace Shiojiri.CxoLab.BrowserTests.Testing;

/// <summary>What can be pressed on a page: its name and its size in CSS pixels.</summary>
internal sealed record Target(string Name, double Width, double Height);

/// <summary>Measures everything that a finger has to hit.</summary>
internal static class Targets
{
    /// <summary>
    /// Links in a sentence are left out (WCAG 2.5.8, inline). A control within a label is as large as the label; a link that covers its
    /// cell or card is as large as that.
    /// </summary>
    private const string Measure = """
        () => {
            document.querySelectorAll('main details').forEach(d => d.open = true);
            const covering = e => getComputedStyle(e, '::after').position === 'absolute' && getComputedStyle(e, '::after').content !== 'none';
            const inSentence = e => {
                if (e.tagName !== 'A' || getComputedStyle(e).display !== 'inline') return false;
                const words = e.closest('p, li, dd, dt, td, th, div').innerText.trim();
                return words.length > e.innerText.trim().length;
            };
            const box = e => e.matches('input[type=radio], input[type=checkbox]') && e.closest('label') ? e.closest('label')
                : covering(e) ? e.offsetParent : e;
            return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden], [aria-hidden=true])')]
                .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest('.trap, .skip') && !e.matches('.skip') && !inSentence(e))
                .map(e => {
                    const r = box(e).getBoundingClientRect();
                    return [`${e.tagName.toLowerCase()}.${e.className} ${(e.innerText || e.name || '').trim().slice(0, 24)}`, r.width, r.height];
                });
        }
        """;

    public static async Task<Target[]> TargetsAsync(this IPage page)
    {
        await page.HasLoadedAsync();
        var measured = await page.EvaluateAsync<JsonElement>(Measure);
        return [.. measured.EnumerateArray().Select(t => new Target(t[0].GetString()!, t[1].GetDouble(), t[2].GetDouble()))];
    }
}

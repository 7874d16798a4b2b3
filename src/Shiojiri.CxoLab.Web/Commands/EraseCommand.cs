using System.CommandLine;
using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Staff;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Erasure;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;

namespace Shiojiri.CxoLab.Web.Commands;

/// <summary><c>erase</c>: erases everything personal of one application, as 管理 can at the desk, for whoever can't get there.</summary>
internal static class EraseCommand
{
    public static Command For(WebApplication app) => NumberedCommand.For(
        app, "erase", "Erases everything personal of one application for good; number, days, status and money stay.", EraseAsync);

    /// <summary>0 when the person is erased; 1 when that is no number, or the rule says no.</summary>
    internal static async Task<int> EraseAsync(IServiceProvider services, string typed, TextWriter output, CancellationToken ct)
    {
        if (await NumberedCommand.ReadAsync(typed, output) is not { } number)
        {
            return 1;
        }

        var db = services.GetRequiredService<CxoLabDb>();
        await services.GetRequiredService<SiteSnapshot>().RefreshAsync(ct);
        var result = await services.GetRequiredService<ErasureService>().EraseAsync(db.Applications, number, null, Actor.CommandLine, ErasureCause.Request, ct);
        if (result.Outcome != ErasureOutcome.Done)
        {
            await output.WriteLineAsync($"Nothing was erased: {Why(result)}");
            return 1;
        }

        await output.WriteLineAsync($"Everything personal of {number} was erased{(result.Stopped > 0 ? $", and {result.Stopped} waiting mails leave no more" : "")}. Backups, exported tables and mailboxes still have it.");
        await output.WriteLineAsync(await SqliteResidue.ClearAsync(db, ct) ? "The files of the database hold nothing of it any more." : "What the server still holds of deleted rows it clears by itself.");
        return 0;
    }

    private static string Why(ErasureResult result) => result.Outcome switch
    {
        ErasureOutcome.NotThere => "there is no such application of its own.",
        ErasureOutcome.Stale => "somebody changed it at this moment; try again.",
        ErasureOutcome.IsLeaving => "a mail to the person is being sent at this moment; try again in some minutes.",
        ErasureOutcome.Refused => result.Refusal switch
        {
            ErasureRefusal.IsErased => "that was done before.",
            ErasureRefusal.IsMerged => "it lies under another application of the same person; erase that one.",
            ErasureRefusal.TakesPart => "a member whose term is not over; decide 辞退 first.",
            ErasureRefusal.IsUnderWay => "it is not decided yet; decide 辞退 first.",
            ErasureRefusal.HoldsMoney => "money is here that has to be given back first.",
            ErasureRefusal.AwaitsFee => "the fee is asked; record the payment or decide 辞退 first.",
            ErasureRefusal.HasOpenInquiry => "a question of theirs is not answered; answer it first.",
            var refusal => throw new InvalidOperationException($"{refusal} has no words."),
        },
        _ => throw new InvalidOperationException($"{result.Outcome} is no refusal."),
    };
}

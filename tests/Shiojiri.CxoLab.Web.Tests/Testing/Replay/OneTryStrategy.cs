using Microsoft.EntityFrameworkCore.Storage;

namespace Shiojiri.CxoLab.Web.Tests.Testing.Replay;

/// <summary>
/// Says of itself that it tries again, as the site's strategy on SQL Server does, and never does: a transaction that is begun outside of
/// a strategy is refused, and rows are read to their end before the next question, as there.
/// </summary>
internal sealed class OneTryStrategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 1, TimeSpan.Zero)
{
    protected override bool ShouldRetryOn(Exception exception) => false;
}

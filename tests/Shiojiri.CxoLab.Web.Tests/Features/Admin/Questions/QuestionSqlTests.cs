using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features.Admin.Questions;
using Shiojiri.CxoLab.Web.Features.Admin.Shared;
using Shiojiri.CxoLab.Web.Hosting.Keys;
using Shiojiri.CxoLab.Web.Tests.Testing;

namespace Shiojiri.CxoLab.Web.Tests.Features.Admin.Questions;

/// <summary>What the desk asks about questions and answers translates to T-SQL and parses, although there is no server to run it.</summary>
public sealed class QuestionSqlTests
{
    [Fact]
    public async Task What_is_asked_about_questions_is_well_formed_on_SQL_Server()
    {
        await using var db = Silent();
        var (questions, answers) = (new QuestionsQuery(db, null!), new AnswersQuery(db, new CohortQuestions()));
        var said = answers.Rows([1, 2]);

        string[] statements =
        [
            questions.Of(1).ToQueryString(),
            questions.Of(1).Where(q => q.Key == "key").ToQueryString(),
            questions.Counts(1).ToQueryString(),
            said.ToQueryString(),
            db.Cohorts.Where(c => c.Id == 1).Select(c => new { c.Id, Answers = said.Where(s => s.CohortId == c.Id).ToList() }).AsSingleQuery().ToQueryString(),
            db.Applications.Where(a => a.Answers.Any(x => x.QuestionId == 1 && x.ChoiceKey == "0123456789")).ToQueryString(),
        ];

        Assert.Empty(statements.SelectMany(SilentSqlServer.FaultsOf));
    }

    [Fact]
    public async Task The_answers_come_with_a_row_on_SQLite_too()
    {
        using var site = await Site.StartAsync();

        var count = await site.InDatabaseAsync(async db =>
        {
            var said = new AnswersQuery(db, new CohortQuestions()).Rows([1, 2]);
            return (await db.Cohorts.Select(c => new { c.Id, Applications = db.Applications.Count(a => a.CohortId == c.Id), Answers = said.Where(s => s.CohortId == c.Id).ToList() }).AsSingleQuery().SingleAsync()).Answers.Count;
        });

        Assert.Equal(0, count);
    }

    private static SqlServerCxoLabDb Silent()
    {
        var options = new DbContextOptionsBuilder<SqlServerCxoLabDb>();
        DatabaseSetup.UseSqlServer(options, new SqlConnectionStringBuilder { DataSource = "nowhere" }.ConnectionString);
        return new SqlServerCxoLabDb(options.Options, new SiteKeys([new byte[32]]));
    }
}

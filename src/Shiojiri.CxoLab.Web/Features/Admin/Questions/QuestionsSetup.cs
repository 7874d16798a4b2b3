namespace Shiojiri.CxoLab.Web.Features.Admin.Questions;

internal static class QuestionsSetup
{
    public static void AddQuestions(this IServiceCollection services)
    {
        services.AddScoped<QuestionsQuery>();
        services.AddScoped<QuestionService>();
    }
}

using Shiojiri.CxoLab.Web.Commands;
using Shiojiri.CxoLab.Web.Data;
using Shiojiri.CxoLab.Web.Features;
using Shiojiri.CxoLab.Web.Features.Errors;
using Shiojiri.CxoLab.Web.Features.Colours;
using Shiojiri.CxoLab.Web.Hosting;
using Shiojiri.CxoLab.Web.Jobs;
using Shiojiri.CxoLab.Web.Mail;
using Shiojiri.CxoLab.Web.Pictures;
using Shiojiri.CxoLab.Web.Staff;
using Shiojiri.CxoLab.Web.Transfers;

var builder = WebApplication.CreateBuilder(SiteCommand.SettingsIn(args));
builder.AddSettings();
builder.AddLogging();
builder.AddSecurity();
builder.AddDatabase();
builder.AddMail();
builder.AddJobs();
builder.AddPictures();
builder.AddStaff();
builder.AddFeatures();
builder.AddPages();
builder.AddTransfers();
builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

var app = builder.Build();
app.UseSecurity();
app.UseRequestLog();
app.UseErrorPages();
app.UseRouteMemory();
app.UseRequestGuard();
app.UseStaff();
app.UseCompression();
app.MapPages();
app.MapTheme();
app.MapHealth();

return await SiteCommand.RunAsync(app, args);

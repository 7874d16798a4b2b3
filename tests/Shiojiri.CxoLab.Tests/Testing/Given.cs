using Shiojiri.CxoLab.Applications;
using Shiojiri.CxoLab.Cohorts;
using Shiojiri.CxoLab.Mail;
using Shiojiri.CxoLab.Payments;
using Shiojiri.CxoLab.Staff;

namespace Shiojiri.CxoLab.Tests.Testing;

/// <summary>Valid things; a test names only what it is about.</summary>
internal static class Given
{
    public static readonly DateTime Now = new(2022, 6, 10, 0, 0, 0, DateTimeKind.Utc);

    public static Cohort Cohort(
        DateOnly? opensOn = null, DateOnly? closesOn = null, int? capacity = null, Admission? admission = null, Yen? fee = null) => new(
        3, "第三期", new(2022, 7, 20), new(2023, 1, 31), fee ?? new Yen(20_000),
        new RecruitmentPeriod(opensOn, closesOn ?? new(2022, 7, 30)),
        [
            new("orientation", 1, "研修", "オリエンテーション", SessionKind.Session, Place.Online, new(2022, 7, 20), new(2022, 7, 20), new(20, 30), new(21, 30)),
            new("training", 1, "研修", "作成研修", SessionKind.Session, Place.OnSite, new(2022, 7, 30), new(2022, 7, 30), new(11, 0), new(17, 0)),
        ],
        [],
        capacity,
        admission);

    public static Applicant Applicant(string name = "塩尻 太郎", string kana = "シオジリ タロウ", string email = "taro@example.jp") => new(
        RandomToken.Draw(), name, kana, email, null, "東京都", null, new Dictionary<int, AttendanceAnswer>(), [], "動機", null, null, null);

    public static Application Application(Applicant? applicant = null, DateTime? nowUtc = null)
    {
        var now = nowUtc ?? Now;
        return ((Reception.Accepted)Cohort().Receive(applicant ?? Applicant(), now, now, 7)).Application;
    }

    public static OfficeDetails Office(bool sampleAccount = false) => new(
        "office@example.jp", null, "https://lab.example.jp",
        new BankAccount("塩尻銀行", "本店", "普通", "1234567", "シオジリラボ", sampleAccount), "振込手数料はご負担ください。", null);

    public static MailContext About(Application? application = null, bool sampleAccount = false) =>
        new(application ?? Application(), Cohort(), Office(sampleAccount));

    public static readonly Actor Staff = new(7, "事務局 花子");
}

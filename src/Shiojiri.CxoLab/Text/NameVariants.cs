using System.Text;

namespace Shiojiri.CxoLab.Text;

/// <summary>
/// Old, rare and unofficial forms of characters in names (異体字・旧字体), each with the form that people type. For finding only: a name is
/// kept and shown as its owner writes it.
/// </summary>
internal static class NameVariants
{
    // The usual form first, then the others.
    private const string Groups =
        "高髙 崎﨑嵜碕 柳栁桺 辺邊邉 斉齊斎齋 浜濵濱 沢澤 広廣 国國圀 島嶋嶌 真眞 徳德 瀬瀨 槙槇 桑桒 昇曻 寿壽 恵惠 桜櫻 " +
        "竜龍 郷鄕鄉 黒黑 渕淵渊 条條 栄榮 静靜 弥彌 礼禮 円圓 吉𠮷 関關 館舘 学學斈 宝寶 実實 鉄鐵銕 仏佛 滝瀧 尭堯 遥遙 " +
        "亀龜 豊豐 与與 万萬 会會 伝傳 来來 児兒 団團 塩鹽 壮壯 将將 岳嶽 巌巖 峰峯 峡峽 応應 戸戶 曽曾 桧檜 楽樂 横橫 " +
        "歩步 沖冲 浄淨 渓溪 温溫 満滿 為爲 画畫 県縣 穂穗 稲稻 穣穰 糸絲 経經 緑綠 総總 緒緖 芦蘆 芸藝 荘莊 蔵藏 薫薰 " +
        "薮藪 蛍螢 衛衞 覚覺 観觀 銭錢 隣鄰 霊靈 頼賴 顕顯 麦麥 黄黃 点點 亜亞 体體躰 富冨 凛凜 涼凉 晋晉 暁曉 煕熙熈 " +
        "祢禰 籠篭 鴎鷗 鴬鶯 麹麴 蒋蔣 達逹 埜野 枡桝 船舩 禄祿 耀燿 聡聰 園薗 裏裡 迪廸 彦彥 恒恆 慎愼 懐懷 教敎 昂昻 " +
        "暦曆 湾灣 瑶瑤 発發 砺礪 磯礒 秋穐龝 粛肅 継繼 続續 翠翆 晃晄 呉吳 内內 剣劍劔 勲勳 双雙 収收 囲圍 図圖 増增 " +
        "変變 奥奧 姉姊 姫姬 宮宫 寛寬 専專 尚尙 帰歸 従從 悦悅 戦戰 拝拜 挙擧 揺搖 旧舊 昼晝 晩晚 様樣 梅楳 欧歐 歴歷 " +
        "決决 清淸 済濟 渉涉 灯燈 炉爐 焼燒 独獨 瓶甁 産產 禅禪 秘祕 税稅 窓窗 竪豎 粋粹 縄繩 繊纖 翻飜 聴聽 脇脅 舎舍 " +
        "薬藥 虎乕 虫蟲 装裝 訳譯 説說 譲讓 予豫 売賣 軽輕 転轉 逓遞 遅遲 酔醉 醸釀 釈釋 鉱鑛 鋳鑄 録錄 鎮鎭 陥陷 険險 " +
        "雑雜 青靑 頬頰 駆驅 騒騷 験驗 髄髓 鶏鷄 土圡";

    private static readonly Dictionary<Rune, string> Usual = Read();

    /// <summary>The form that people type; the character itself when it is that one.</summary>
    public static string Of(Rune rune) => Usual.TryGetValue(rune, out var usual) ? usual
        : rune.Value is (>= 0xf900 and <= 0xfaff) or (>= 0x2f800 and <= 0x2fa1f) ? rune.ToString().Normalize(NormalizationForm.FormC)
        : Rune.ToLowerInvariant(rune).ToString();

    private static Dictionary<Rune, string> Read()
    {
        var usual = new Dictionary<Rune, string>();
        foreach (var group in Groups.Split(' '))
        {
            var forms = group.EnumerateRunes().ToArray();
            foreach (var form in forms[1..].Where(f => f != forms[0]))
            {
                usual.TryAdd(form, forms[0].ToString());
            }
        }

        return usual;
    }
}

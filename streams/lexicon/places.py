"""States: how Arabic news names them, their adjectives and the capitals that speak for them.

One line a state: code | Wikidata id | names | adjectives (masculine, indefinite) | capitals.
The first name gives the readable id's label; names and adjectives are spelling variants of each other. A capital acts
for its state (أعلنت موسكو) only in the subject's place, so it is kept apart.
"""

# ruff: noqa: E501 -- one state is one line

from typing import NamedTuple

from schemas.folding import fold

_STATES = """
russia|Q159|روسيا,روسيا الاتحادية,الاتحاد الروسي|روسي|موسكو,الكرملين
united-states|Q30|الولايات المتحدة,الولايات المتحدة الأمريكية,الولايات المتحدة الأميركية,أمريكا,أميركا|أمريكي,أميركي|واشنطن
syria|Q858|سوريا,سورية,الجمهورية العربية السورية|سوري|دمشق
iraq|Q796|العراق,جمهورية العراق|عراقي|بغداد
iran|Q794|إيران,الجمهورية الإسلامية الإيرانية|إيراني|طهران
turkey|Q43|تركيا|تركي|أنقرة
israel|Q801|إسرائيل|إسرائيلي|تل أبيب
egypt|Q79|مصر,جمهورية مصر العربية|مصري|القاهرة
saudi-arabia|Q851|السعودية,المملكة العربية السعودية|سعودي|الرياض
united-arab-emirates|Q878|الإمارات,الإمارات العربية المتحدة,دولة الإمارات,دولة الإمارات العربية المتحدة|إماراتي|أبوظبي,أبو ظبي
qatar|Q846|قطر,دولة قطر|قطري|الدوحة
kuwait|Q817|الكويت,دولة الكويت|كويتي|
bahrain|Q398|البحرين,مملكة البحرين|بحريني|المنامة
oman|Q842|سلطنة عمان|عماني|مسقط
yemen|Q805|اليمن,الجمهورية اليمنية|يمني|صنعاء
jordan|Q810|الأردن,المملكة الأردنية,المملكة الأردنية الهاشمية|أردني|عمان
lebanon|Q822|لبنان|لبناني|بيروت
palestine|Q219060|فلسطين,دولة فلسطين|فلسطيني|رام الله
libya|Q1016|ليبيا|ليبي|طرابلس
tunisia|Q948|تونس|تونسي|
algeria|Q262|الجزائر|جزائري|
morocco|Q1028|المغرب,المملكة المغربية|مغربي|الرباط
sudan|Q1049|السودان|سوداني|الخرطوم
south-sudan|Q958|جنوب السودان,دولة جنوب السودان|جنوب سوداني|جوبا
mauritania|Q1025|موريتانيا|موريتاني|نواكشوط
somalia|Q1045|الصومال|صومالي|مقديشو
djibouti|Q977|جيبوتي|جيبوتي|
comoros|Q970|جزر القمر||
france|Q142|فرنسا|فرنسي|باريس
united-kingdom|Q145|بريطانيا,المملكة المتحدة|بريطاني|لندن
germany|Q183|ألمانيا|ألماني|برلين
italy|Q38|إيطاليا|إيطالي|روما
spain|Q29|إسبانيا,أسبانيا|إسباني,أسباني|مدريد
portugal|Q45|البرتغال|برتغالي|لشبونة
netherlands|Q55|هولندا|هولندي|لاهاي
belgium|Q31|بلجيكا|بلجيكي|
luxembourg|Q32|لوكسمبورغ|لوكسمبورغي|
switzerland|Q39|سويسرا|سويسري|برن
austria|Q40|النمسا|نمساوي|فيينا
sweden|Q34|السويد|سويدي|ستوكهولم
norway|Q20|النرويج|نرويجي|أوسلو
denmark|Q35|الدنمارك|دنماركي,دانماركي|كوبنهاغن
finland|Q33|فنلندا|فنلندي|هلسنكي
iceland|Q189|آيسلندا,أيسلندا|آيسلندي|
ireland|Q27|أيرلندا,إيرلندا|أيرلندي,إيرلندي|دبلن
greece|Q41|اليونان|يوناني|أثينا
cyprus|Q229|قبرص|قبرصي|نيقوسيا
malta|Q233|مالطا|مالطي|
poland|Q36|بولندا|بولندي|وارسو
hungary|Q28|المجر,هنغاريا|مجري,هنغاري|بودابست
czechia|Q213|التشيك,جمهورية التشيك|تشيكي|براغ
slovakia|Q214|سلوفاكيا|سلوفاكي|براتيسلافا
slovenia|Q215|سلوفينيا|سلوفيني|
croatia|Q224|كرواتيا|كرواتي|زغرب
serbia|Q403|صربيا|صربي|بلغراد
bosnia|Q225|البوسنة,البوسنة والهرسك|بوسني|سراييفو
kosovo|Q1246|كوسوفو|كوسوفي|
albania|Q222|ألبانيا|ألباني|تيرانا
montenegro|Q236|الجبل الأسود|مونتينيغري|
north-macedonia|Q221|مقدونيا,مقدونيا الشمالية|مقدوني|سكوبيه
romania|Q218|رومانيا|روماني|بوخارست
bulgaria|Q219|بلغاريا|بلغاري|
moldova|Q217|مولدوفا,مولدافيا|مولدوفي|
ukraine|Q212|أوكرانيا|أوكراني|كييف
belarus|Q184|بيلاروسيا,روسيا البيضاء|بيلاروسي|مينسك
estonia|Q191|إستونيا|إستوني|تالين
latvia|Q211|لاتفيا|لاتفي|
lithuania|Q37|ليتوانيا|ليتواني|فيلنيوس
georgia|Q230|جورجيا|جورجي|تبليسي
armenia|Q399|أرمينيا|أرميني|يريفان
azerbaijan|Q227|أذربيجان|أذربيجاني,أذري|باكو
kazakhstan|Q232|كازاخستان|كازاخستاني,كازاخي|
uzbekistan|Q265|أوزبكستان|أوزبكي|طشقند
turkmenistan|Q874|تركمانستان|تركماني|
tajikistan|Q863|طاجيكستان|طاجيكي|
kyrgyzstan|Q813|قرغيزستان,قيرغيزستان|قرغيزي|
china|Q148|الصين|صيني|بكين
japan|Q17|اليابان|ياباني|طوكيو
south-korea|Q884|كوريا الجنوبية|كوري جنوبي|سيول,سيئول
north-korea|Q423|كوريا الشمالية|كوري شمالي|بيونغ يانغ,بيونجيانج,بيونغيانغ
mongolia|Q711|منغوليا|منغولي|
india|Q668|الهند|هندي|نيودلهي
pakistan|Q843|باكستان|باكستاني|إسلام آباد,إسلام أباد
afghanistan|Q889|أفغانستان|أفغاني|كابول,كابل
bangladesh|Q902|بنغلاديش,بنجلاديش|بنغلاديشي|دكا
sri-lanka|Q854|سريلانكا,سري لانكا|سريلانكي|كولومبو
nepal|Q837|نيبال|نيبالي|
myanmar|Q836|ميانمار,بورما|ميانماري|
thailand|Q869|تايلاند,تايلند|تايلاندي|بانكوك
vietnam|Q881|فيتنام|فيتنامي|هانوي
cambodia|Q424|كمبوديا|كمبودي|
malaysia|Q833|ماليزيا|ماليزي|كوالالمبور
singapore|Q334|سنغافورة|سنغافوري|
indonesia|Q252|إندونيسيا,اندونيسيا|إندونيسي|جاكرتا
philippines|Q928|الفلبين,الفيليبين|فلبيني,فيليبيني|مانيلا
australia|Q408|أستراليا,استراليا|أسترالي|كانبيرا
new-zealand|Q664|نيوزيلندا|نيوزيلندي|
canada|Q16|كندا|كندي|أوتاوا
mexico|Q96|المكسيك|مكسيكي|
guatemala|Q774|غواتيمالا|غواتيمالي|
honduras|Q783|هندوراس|هندوراسي|
nicaragua|Q811|نيكاراغوا|نيكاراغوي|
panama|Q804|بنما|بنمي|
cuba|Q241|كوبا|كوبي|هافانا
venezuela|Q717|فنزويلا|فنزويلي|كاراكاس
colombia|Q739|كولومبيا|كولومبي|بوغوتا
ecuador|Q736|الإكوادور|إكوادوري|كيتو
peru|Q419|بيرو|بيروفي|ليما
bolivia|Q750|بوليفيا|بوليفي|
paraguay|Q733|باراغواي,الباراغواي|باراغوياني|أسونسيون
uruguay|Q77|أوروغواي,الأوروغواي|أوروغوياني|
brazil|Q155|البرازيل|برازيلي|برازيليا
argentina|Q414|الأرجنتين|أرجنتيني|بوينس آيرس
chile|Q298|تشيلي|تشيلي|سانتياغو
ethiopia|Q115|إثيوبيا,أثيوبيا|إثيوبي,أثيوبي|أديس أبابا
eritrea|Q986|إريتريا,أريتريا|إريتري|أسمرة
kenya|Q114|كينيا|كيني|نيروبي
uganda|Q1036|أوغندا|أوغندي|كمبالا
tanzania|Q924|تنزانيا|تنزاني|
rwanda|Q1037|رواندا|رواندي|كيغالي
burundi|Q967|بوروندي|بوروندي|
chad|Q657|تشاد|تشادي|نجامينا
niger|Q1032|النيجر|نيجري|نيامي
nigeria|Q1033|نيجيريا|نيجيري|أبوجا
equatorial-guinea|Q983|غينيا الاستوائية||مالابو
mali|Q912|جمهورية مالي,دولة مالي||باماكو
burkina-faso|Q965|بوركينا فاسو|بوركيني|
senegal|Q1041|السنغال|سنغالي|دكار
gambia|Q1005|غامبيا|غامبي|
ghana|Q117|غانا|غاني|أكرا
ivory-coast|Q1008|ساحل العاج,كوت ديفوار|إيفواري|
cameroon|Q1009|الكاميرون|كاميروني|
gabon|Q1000|الغابون|غابوني|
dr-congo|Q974|الكونغو الديمقراطية,جمهورية الكونغو الديمقراطية|كونغولي|كينشاسا
south-africa|Q258|جنوب أفريقيا,جنوب إفريقيا|جنوب أفريقي,جنوب إفريقي|بريتوريا
zimbabwe|Q954|زيمبابوي|زيمبابوي|هراري
vatican|Q237|الفاتيكان|فاتيكاني|
"""


class State(NamedTuple):
    """A state.

    Attributes:
        id: Readable id.
        wikidata: Wikidata id.
        names: Names, the usual one first.
        adjectives: Masculine adjectives without article.
        capitals: Places that stand for its government.
    """

    id: str
    wikidata: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in cell.split(",") if part))


def _load() -> dict[str, State]:
    rows = (line.split("|") for line in _STATES.strip().splitlines())
    return {row[0]: State(row[0], row[1], _split(row[2]), _split(row[3]), _split(row[4])) for row in rows}


def feminine(adjective: str) -> str:
    """Return the feminine of a nationality adjective, of each of its words."""
    return " ".join(word + "ة" if word.endswith("ي") else word for word in adjective.split())


def definite(adjective: str) -> str:
    """Return the adjective with its article, on each of its words but the fixed first one of جنوب أفريقي."""
    first, *rest = adjective.split()
    if first == "جنوب":
        return " ".join(["الجنوب", *rest])
    return " ".join("ال" + word for word in (first, *rest))


STATES: dict[str, State] = _load()

#: Folded adjective of one word (with or without article, both genders) -> state id.
ADJECTIVES: dict[str, str] = {
    fold(form): state.id
    for state in STATES.values()
    for adjective in state.adjectives
    if " " not in adjective
    for gendered in (adjective, feminine(adjective))
    for form in (gendered, definite(gendered))
}

#: Broken plurals of those who belong to a state.
_BROKEN = "russia روس,turkey أتراك,germany ألمان,india هنود,united-states أميركان,united-states أمريكان,spain إسبان"

#: Folded plural of those who belong to a state, also as an adjective (دبلوماسيين روس) -> state id.
NATIONALS: dict[str, str] = {
    fold(form): state.id
    for state in STATES.values()
    for adjective in state.adjectives
    if " " not in adjective and adjective.endswith("ي")
    for plural in (f"{adjective}ين", f"{adjective}ون")
    for form in (plural, definite(plural))
} | {
    fold(form): code
    for code, plural in (pair.split() for pair in _BROKEN.split(","))
    for form in (plural, definite(plural))
}

_LARGER = """
العربي عربي الدولي دولي الأممي أممي الأوروبي أوروبي الخليجي خليجي الإسلامي إسلامي الغربي غربي الكردي كردي
الأفريقي الإفريقي الأطلسي الكوري كوري الشمالي الجنوبي شمالي جنوبي الشيشاني الحوثي حوثي
"""
#: Folded adjectives of regions and peoples that qualify an office as a nationality does.
REGIONAL: frozenset[str] = frozenset(fold(form) for word in _LARGER.split() for form in (word, feminine(word)))

"""People of Arabic news: one line each: id | Wikidata id | names | roles.

Names are spelling variants of the full name, then bare surnames that by themselves mean this person; a name in braces
counts only while one of the person's roles lasts (or where the article gives the full name). Roles are parted by `;`:
`kind state from to`, both ends ISO dates of any precision, `-` for open; kinds are those of `titles.OFFICES`, or `=words`
for an office named by fixed words.
"""

# ruff: noqa: E501 -- one actor is one line

PEOPLE = """
vladimir-putin|Q7747|فلاديمير بوتين,فلاديمير بوتن,بوتين,بوتن|president russia 2000-05-07 2008-05-07;prime-minister russia 2008-05-08 2012-05-07;president russia 2012-05-07 -
dmitry-medvedev|Q23530|ديمتري ميدفيديف,دميتري مدفيديف,ديمتري مدفيديف,دميتري ميدفيديف,مدفيديف,ميدفيديف|president russia 2008-05-07 2012-05-07;prime-minister russia 2012-05-08 2020-01-16
mikhail-mishustin|Q4295919|ميخائيل ميشوستين,ميشوستين|prime-minister russia 2020-01-16 -
sergey-lavrov|Q58217|سيرغي لافروف,سيرجي لافروف,لافروف|foreign-minister russia 2004-03-09 -
sergei-shoigu|Q313139|سيرغي شويغو,سيرجي شويغو,شويغو,شويجو|defence-minister russia 2012-11-06 2024-05-12
mikhail-bogdanov||ميخائيل بوغدانوف,ميخائيل بوجدانوف,بوغدانوف,بوجدانوف|=نائب وزير الخارجية الروسي 2011-06 2025-07;=مبعوث الرئيس الروسي للشرق الأوسط 2014-10 2025-07
dmitry-peskov||ديمتري بيسكوف,دميتري بيسكوف,ديميتري بيسكوف,بيسكوف|=المتحدث باسم الكرملين 2012-05 -;=المتحدث باسم الرئاسة الروسية 2012-05 -;=الناطق باسم الكرملين 2012-05 -
maria-zakharova||ماريا زاخاروفا,زاخاروفا|=المتحدثة باسم الخارجية الروسية 2015-08 -;=المتحدثة باسم وزارة الخارجية الروسية 2015-08 -
vitaly-churkin||فيتالي تشوركين,تشوركين|=مندوب روسيا لدى الأمم المتحدة 2006-05 2017-02-20
vasily-nebenzya||فاسيلي نيبينزيا,نيبينزيا|=مندوب روسيا لدى الأمم المتحدة 2017-07 -
igor-konashenkov||إيغور كوناشينكوف,إيجور كوناشينكوف,كوناشينكوف|=المتحدث باسم وزارة الدفاع الروسية 2011 -
valery-gerasimov||فاليري غيراسيموف,فاليري جيراسيموف,غيراسيموف,جيراسيموف|=رئيس الأركان الروسي 2012-11-09 -
sergei-ryabkov||سيرغي ريابكوف,سيرجي ريابكوف,ريابكوف|
sergei-skripal||سيرغي سكريبال,سيرجي سكريبال,{سكريبال}|
barack-obama|Q76|باراك أوباما,باراك حسين أوباما,باراك اوباما,أوباما|president united-states 2009-01-20 2017-01-20
donald-trump|Q22686|دونالد ترامب,دونالد ترمب,دونالد جون ترامب,ترامب,ترمب|president united-states 2017-01-20 2021-01-20;president united-states 2025-01-20 -
joe-biden|Q6279|جو بايدن,جوزيف بايدن,بايدن|=نائب الرئيس الأمريكي 2009-01-20 2017-01-20;president united-states 2021-01-20 2025-01-20
mike-pence|Q24313|مايك بنس,مايك بينس,بينس|=نائب الرئيس الأمريكي 2017-01-20 2021-01-20
kamala-harris|Q10853588|كامالا هاريس|=نائبة الرئيس الأمريكي 2021-01-20 2025-01-20
hillary-clinton|Q6294|هيلاري كلينتون|foreign-minister united-states 2009-01-21 2013-02-01
john-kerry|Q22316|جون كيري,كيري|foreign-minister united-states 2013-02-01 2017-01-20
rex-tillerson|Q331278|ريكس تيلرسون,ريكس تيليرسون,تيلرسون,تيليرسون|foreign-minister united-states 2017-02-01 2018-03-31
mike-pompeo|Q473239|مايك بومبيو,بومبيو|=مدير وكالة المخابرات المركزية 2017-01-23 2018-04-26;foreign-minister united-states 2018-04-26 2021-01-20
antony-blinken||أنتوني بلينكن,أنطوني بلينكن,بلينكن|foreign-minister united-states 2021-01-26 2025-01-20
leon-panetta||ليون بانيتا,بانيتا|defence-minister united-states 2011-07-01 2013-02-26
chuck-hagel||تشاك هيغل,تشاك هاغل|defence-minister united-states 2013-02-27 2015-02-17
ash-carter||آشتون كارتر,أشتون كارتر|defence-minister united-states 2015-02-17 2017-01-20
james-mattis||جيمس ماتيس,جيم ماتيس,ماتيس|defence-minister united-states 2017-01-20 2019-01-01
mark-esper||مارك إسبر,إسبر|defence-minister united-states 2019-07-23 2020-11-09
lloyd-austin||لويد أوستن,أوستن|defence-minister united-states 2021-01-22 2025-01-20
john-bolton||جون بولتون,بولتون|=مستشار الأمن القومي الأمريكي 2018-04-09 2019-09-10
susan-rice||سوزان رايس|=مستشارة الأمن القومي الأمريكي 2013-07-01 2017-01-20
michael-flynn||مايكل فلين,مايك فلين|=مستشار الأمن القومي الأمريكي 2017-01-20 2017-02-13
hr-mcmaster||هربرت ماكماستر,هربرت مكماستر,ماكماستر,مكماستر|=مستشار الأمن القومي الأمريكي 2017-02-20 2018-04-09
jake-sullivan||جيك سوليفان|=مستشار الأمن القومي الأمريكي 2021-01-20 2025-01-20
nikki-haley||نيكي هيلي,نيكي هايلي|=مندوبة الولايات المتحدة لدى الأمم المتحدة 2017-01-27 2018-12-31
samantha-power||سامانثا باور|=مندوبة الولايات المتحدة لدى الأمم المتحدة 2013-08-05 2017-01-20
josh-earnest||جوش إرنست,جوش ارنست|=المتحدث باسم البيت الأبيض 2014-06-20 2017-01-20
sarah-sanders||سارة ساندرز,سارة هاكابي ساندرز|=المتحدثة باسم البيت الأبيض 2017-07-26 2019-07-01
john-kirby||جون كيربي|
mark-toner||مارك تونر|
heather-nauert||هيذر نويرت,هيذر ناورت,نويرت,ناورت|=المتحدثة باسم الخارجية الأمريكية 2017-04-24 2019-04-03
jared-kushner||جاريد كوشنر,كوشنر|
jeff-sessions||جيف سيشنز|
robert-mueller||روبرت مولر,روبرت مولير|
rudy-giuliani||رودي جولياني,رودولف جولياني,جولياني|
john-mccain||جون ماكين,ماكين|
bernie-sanders||بيرني ساندرز|
marco-rubio||ماركو روبيو|
brett-mcgurk||بريت ماكغورك,بريت مكغورك|
joseph-dunford||جوزيف دانفورد,جوزيف دارنفورد,دانفورد|
mark-milley||مارك ميلي|
lindsey-graham||ليندسي غراهام,ليندسي جراهام|
george-w-bush|Q207|جورج دبليو بوش|president united-states 2001-01-20 2009-01-20
bill-clinton|Q1124|بيل كلينتون|president united-states 1993-01-20 2001-01-20
bashar-al-assad|Q44329|بشار الأسد,بشار الاسد,بشار حافظ الأسد,الأسد|president syria 2000-07-17 2024-12-08
walid-muallem||وليد المعلم|foreign-minister syria 2006-02-11 2020-11-16
faisal-mekdad||فيصل المقداد,فيصل مقداد,{المقداد}|=نائب وزير الخارجية السوري 2006 2020-11-22;foreign-minister syria 2020-11-22 2024-09-23
bashar-jaafari||بشار الجعفري|=مندوب سورية الدائم لدى الأمم المتحدة 2006 2020-11-22;=مندوب سوريا لدى الأمم المتحدة 2006 2020-11-22
bouthaina-shaaban||بثينة شعبان|
wael-al-halqi||وائل الحلقي|prime-minister syria 2012-08-11 2016-07-03
jeb-bush||جيب بوش|
imad-khamis||عماد خميس|prime-minister syria 2016-07-03 2020-06-11
fahd-jassem-al-freij||فهد الفريج,فهد جاسم الفريج|defence-minister syria 2012-07-18 2018-01-01
ali-abdullah-ayoub||علي عبد الله أيوب|defence-minister syria 2018-01-01 2022-04-28
ahmad-jarba||أحمد الجربا,الجربا|=رئيس الائتلاف الوطني السوري 2013-07-06 2014-07-09
riyad-hijab||رياض حجاب|
ahmed-al-sharaa||أحمد الشرع,أبو محمد الجولاني,الجولاني|president syria 2025-01-29 -
rami-abdulrahman||رامي عبد الرحمن,رامي عبدالرحمن|=مدير المرصد السوري لحقوق الإنسان 2006-05 -;=مدير المرصد السوري 2006-05 -
haider-al-abadi||حيدر العبادي,العبادي|prime-minister iraq 2014-09-08 2018-10-25
nouri-al-maliki||نوري المالكي,نوري كامل المالكي|prime-minister iraq 2006-05-20 2014-09-08
adil-abdul-mahdi||عادل عبد المهدي,عادل عبدالمهدي|prime-minister iraq 2018-10-25 2020-05-07
mustafa-al-kadhimi||مصطفى الكاظمي,الكاظمي|prime-minister iraq 2020-05-07 2022-10-27
mohammed-shia-al-sudani||محمد شياع السوداني|prime-minister iraq 2022-10-27 -
fuad-masum||فؤاد معصوم|president iraq 2014-07-24 2018-10-02
barham-salih||برهم صالح|president iraq 2018-10-02 2022-10-17
ibrahim-al-jaafari||إبراهيم الجعفري,ابراهيم الجعفري|foreign-minister iraq 2014-09-08 2018-10-25
hoshyar-zebari||هوشيار زيباري,زيباري|
masoud-barzani||مسعود بارزاني,مسعود البارزاني|=رئيس إقليم كردستان 2005-06-14 2017-11-01
nechirvan-barzani||نيجيرفان بارزاني,نيجيرفان البارزاني|
muqtada-al-sadr||مقتدى الصدر|
ali-al-sistani||علي السيستاني,السيستاني|
saddam-hussein|Q1316|صدام حسين|president iraq 1979-07-16 2003-04-09
hassan-rouhani||حسن روحاني,روحاني|president iran 2013-08-03 2021-08-03
mahmoud-ahmadinejad||محمود أحمدي نجاد,أحمدي نجاد|president iran 2005-08-03 2013-08-03
ebrahim-raisi||إبراهيم رئيسي,ابراهيم رئيسي|president iran 2021-08-03 2024-05-19
ali-khamenei||علي خامنئي,علي خامنه اي,خامنئي,خامنه اي|=المرشد الأعلى للثورة الإيرانية 1989-06-04 -;=المرشد الأعلى الإيراني 1989-06-04 -;=المرشد الإيراني 1989-06-04 -;=مرشد الثورة الإيرانية 1989-06-04 -
mohammad-javad-zarif||محمد جواد ظريف,جواد ظريف,{ظريف}|foreign-minister iran 2013-08-15 2021-08-25
hossein-amir-abdollahian||حسين أمير عبد اللهيان,حسين أمير عبداللهيان,أمير عبد اللهيان,عبد اللهيان,عبداللهيان|foreign-minister iran 2021-08-25 2024-05-19
ali-akbar-salehi||علي أكبر صالحي|foreign-minister iran 2011-01-30 2013-08-15;=رئيس منظمة الطاقة الذرية الإيرانية 2013-08-16 2021-08-29
ali-akbar-velayati||علي أكبر ولايتي,ولايتي|
ali-larijani||علي لاريجاني,لاريجاني|
abbas-araghchi||عباس عراقجي,عراقجي|foreign-minister iran 2024-08-21 -
bahram-qasemi||بهرام قاسمي|=المتحدث باسم الخارجية الإيرانية 2016-06 2019-04
qassem-soleimani||قاسم سليماني,سليماني|=قائد فيلق القدس 1998 2020-01-03
ayatollah-khomeini|Q38823|روح الله الخميني,الخميني|
recep-tayyip-erdogan|Q39259|رجب طيب أردوغان,رجب طيب إردوغان,أردوغان,إردوغان,أردوجان|prime-minister turkey 2003-03-14 2014-08-28;president turkey 2014-08-28 -
abdullah-gul||عبد الله غول,عبدالله غول|president turkey 2007-08-28 2014-08-28
ahmet-davutoglu||أحمد داود أوغلو,أحمد داوود أوغلو,داود أوغلو,داوود أوغلو|foreign-minister turkey 2009-05-01 2014-08-28;prime-minister turkey 2014-08-28 2016-05-24
binali-yildirim||بن علي يلدريم,بن علي يلدرم,بينالي يلدريم,يلدريم|prime-minister turkey 2016-05-24 2018-07-09
mevlut-cavusoglu||مولود جاويش أوغلو,مولود تشاووش أوغلو,مولود تشاويش أوغلو,جاويش أوغلو,تشاووش أوغلو,تشاويش أوغلو|foreign-minister turkey 2015-11-24 2023-06-03
hakan-fidan||هاكان فيدان|foreign-minister turkey 2023-06-03 -
hulusi-akar||خلوصي أكار,خلوصي آكار|defence-minister turkey 2018-07-10 2023-06-03
ibrahim-kalin||إبراهيم كالين,ابراهيم كالين,إبراهيم قالن,كالين|=المتحدث باسم الرئاسة التركية 2014-12 2023-06
fethullah-gulen||فتح الله غولن,فتح الله كولن,غولن|
kemal-kilicdaroglu||كمال كيليتشدار أوغلو,كمال كليتشدار أوغلو,كمال كيليجدار أوغلو,كيليتشدار أوغلو,كليتشدار أوغلو|
muharrem-ince||محرم إنجه,محرم إينجه|
selahattin-demirtas||صلاح الدين دمرداش,صلاح الدين دميرطاش|
abdullah-ocalan||عبد الله أوجلان,عبدالله أوجلان,أوجلان|
benjamin-netanyahu|Q43723|بنيامين نتنياهو,بنيامين نتانياهو,نتنياهو,نتانياهو|prime-minister israel 2009-03-31 2021-06-13;prime-minister israel 2022-12-29 -
naftali-bennett||نفتالي بينيت,نفتالي بنيت|prime-minister israel 2021-06-13 2022-07-01
yair-lapid||يائير لابيد,لابيد|prime-minister israel 2022-07-01 2022-12-29
avigdor-lieberman||أفيغدور ليبرمان,افيغدور ليبرمان,أفيجدور ليبرمان,ليبرمان|defence-minister israel 2016-05-30 2018-11-15
moshe-yaalon||موشيه يعلون,يعلون|defence-minister israel 2013-03-18 2016-05-22
ehud-barak||إيهود باراك,ايهود باراك|defence-minister israel 2007-06-18 2013-03-18
benny-gantz||بيني غانتس,غانتس|defence-minister israel 2020-05-17 2022-12-29
yoav-gallant||يوآف غالانت,غالانت|defence-minister israel 2022-12-29 2024-11-05
tzipi-livni||تسيبي ليفني,ليفني|
shimon-peres||شمعون بيريز,شيمون بيريز,بيريز|president israel 2007-07-15 2014-07-24
reuven-rivlin||رؤوفين ريفلين,رؤوبين ريفلين,ريفلين|president israel 2014-07-24 2021-07-07
isaac-herzog||إسحاق هرتسوغ,اسحق هرتسوغ|president israel 2021-07-07 -
avichay-adraee||أفيخاي أدرعي,أدرعي|
mahmoud-abbas|Q127998|محمود عباس,أبو مازن|president palestine 2005-01-15 -
rami-hamdallah||رامي الحمد الله,رامي الحمدالله,الحمد الله|prime-minister palestine 2013-06-06 2019-04-13
mohammad-shtayyeh||محمد اشتية,محمد أشتية,اشتية|prime-minister palestine 2019-04-13 2024-03-31
riyad-al-maliki||رياض المالكي|foreign-minister palestine 2007-06 2024-03-31
saeb-erekat||صائب عريقات,عريقات|
nabil-abu-rudeineh||نبيل أبو ردينة,أبو ردينة|=المتحدث باسم الرئاسة الفلسطينية 2005 -
ismail-haniyeh||إسماعيل هنية,اسماعيل هنية,هنية|=رئيس المكتب السياسي لحركة حماس 2017-05-06 2024-07-31
khaled-meshaal||خالد مشعل|=رئيس المكتب السياسي لحركة حماس 1996 2017-05-06
yahya-sinwar||يحيى السنوار,السنوار|
abdel-fattah-el-sisi|Q307871|عبد الفتاح السيسي,عبدالفتاح السيسي,السيسي|president egypt 2014-06-08 -
mohamed-morsi||محمد مرسي|president egypt 2012-06-30 2013-07-03
adly-mansour||عدلي منصور|president egypt 2013-07-04 2014-06-08
hosni-mubarak|Q34308|حسني مبارك,محمد حسني مبارك|president egypt 1981-10-14 2011-02-11
sameh-shoukry||سامح شكري|foreign-minister egypt 2014-06-17 2024-07-03
nabil-fahmy||نبيل فهمي|foreign-minister egypt 2013-07-16 2014-06-17
ibrahim-mahlab||إبراهيم محلب,ابراهيم محلب,محلب|prime-minister egypt 2014-03-01 2015-09-12
sherif-ismail||شريف إسماعيل,شريف اسماعيل|prime-minister egypt 2015-09-19 2018-06-07
mostafa-madbouly||مصطفى مدبولي,مدبولي|prime-minister egypt 2018-06-07 -
ahmed-el-tayeb||أحمد الطيب|=شيخ الأزهر 2010-03-19 -
ahmed-abu-zeid||أحمد أبو زيد|
mohamed-elbaradei||محمد البرادعي,البرادعي|
king-salman|Q367825|سلمان بن عبد العزيز,سلمان بن عبدالعزيز,سلمان بن عبد العزيز آل سعود,سلمان بن عبدالعزيز آل سعود,الملك سلمان,العاهل السعودي الملك سلمان|king saudi-arabia 2015-01-23 -;=خادم الحرمين الشريفين 2015-01-23 -
king-abdullah-of-saudi-arabia||عبد الله بن عبد العزيز,عبدالله بن عبدالعزيز,عبدالله بن عبدالعزيز آل سعود|king saudi-arabia 2005-08-01 2015-01-23;=خادم الحرمين الشريفين 2005-08-01 2015-01-23
mohammed-bin-salman|Q6892571|محمد بن سلمان,محمد بن سلمان بن عبد العزيز,محمد بن سلمان بن عبدالعزيز,{بن سلمان}|defence-minister saudi-arabia 2015-01-23 2022-09-27;crown-prince saudi-arabia 2017-06-21 -;=ولي ولي العهد السعودي 2015-04-29 2017-06-21
mohammed-bin-nayef||محمد بن نايف,محمد بن نايف بن عبدالعزيز|crown-prince saudi-arabia 2015-04-29 2017-06-21
saud-al-faisal||سعود الفيصل|foreign-minister saudi-arabia 1975-10-13 2015-04-29
adel-al-jubeir||عادل الجبير,عادل بن أحمد الجبير,الجبير|foreign-minister saudi-arabia 2015-04-29 2018-12-27;=وزير الدولة السعودي للشؤون الخارجية 2018-12-27 -
ibrahim-al-assaf||إبراهيم العساف,إبراهيم بن عبدالعزيز العساف|foreign-minister saudi-arabia 2018-12-27 2019-10-23
faisal-bin-farhan||فيصل بن فرحان,فيصل بن فرحان بن عبدالله|foreign-minister saudi-arabia 2019-10-23 -
khalid-bin-salman||خالد بن سلمان|=السفير السعودي لدى واشنطن 2017-04-23 2019-02-23;defence-minister saudi-arabia 2022-09-27 -
turki-al-maliki||تركي المالكي|=المتحدث باسم التحالف العربي 2017-07 -
ahmed-asiri||أحمد عسيري,أحمد العسيري|=المتحدث باسم التحالف العربي 2015-03 2017-07
khalid-al-falih||خالد الفالح,الفالح|
jamal-khashoggi||جمال خاشقجي,خاشقجي|
osama-bin-laden|Q1317|أسامة بن لادن,بن لادن|
khalifa-bin-zayed||خليفة بن زايد,خليفة بن زايد آل نهيان|president united-arab-emirates 2004-11-03 2022-05-13
mohammed-bin-zayed||محمد بن زايد,محمد بن زايد آل نهيان|=ولي عهد أبوظبي 2004-11-03 2022-05-14;president united-arab-emirates 2022-05-14 -
mohammed-bin-rashid||محمد بن راشد,محمد بن راشد آل مكتوم|prime-minister united-arab-emirates 2006-01-11 -;=حاكم دبي 2006-01-04 -
abdullah-bin-zayed||عبد الله بن زايد,عبدالله بن زايد,عبدالله بن زايد آل نهيان,عبد الله بن زايد آل نهيان|foreign-minister united-arab-emirates 2006-02-09 -
anwar-gargash||أنور قرقاش,قرقاش|=وزير الدولة الإماراتي للشؤون الخارجية 2008-02 2021-02
tamim-bin-hamad||تميم بن حمد,تميم بن حمد آل ثاني|emir qatar 2013-06-25 -
khalid-al-attiyah||خالد بن محمد العطية,خالد العطية|foreign-minister qatar 2013-06-26 2016-01-27
mohammed-bin-abdulrahman-al-thani||محمد بن عبد الرحمن آل ثاني,محمد بن عبدالرحمن آل ثاني|foreign-minister qatar 2016-01-27 2023-03
sabah-al-ahmad||صباح الأحمد,صباح الأحمد الجابر الصباح,صباح الأحمد الصباح|emir kuwait 2006-01-29 2020-09-29
nawaf-al-ahmad||نواف الأحمد,نواف الأحمد الجابر الصباح|emir kuwait 2020-09-30 2023-12-16
sabah-al-khalid||صباح الخالد,صباح خالد الحمد الصباح|foreign-minister kuwait 2011-10-22 2019-11-19
hamad-bin-isa||حمد بن عيسى,حمد بن عيسى آل خليفة|king bahrain 2002-02-14 -
khalid-bin-ahmed-al-khalifa||خالد بن أحمد آل خليفة|foreign-minister bahrain 2005-09-26 2020-02
qaboos-bin-said||قابوس بن سعيد,السلطان قابوس|sultan oman 1970-07-23 2020-01-10
haitham-bin-tariq||هيثم بن طارق,هيثم بن طارق آل سعيد|sultan oman 2020-01-11 -
yusuf-bin-alawi||يوسف بن علوي|
abdrabbuh-mansur-hadi||عبد ربه منصور هادي,عبدربه منصور هادي,منصور هادي,{هادي}|president yemen 2012-02-27 2022-04-07
ali-abdullah-saleh||علي عبد الله صالح,علي عبدالله صالح|president yemen 1990-05-22 2012-02-27
abdul-malik-al-houthi||عبد الملك الحوثي,عبدالملك الحوثي|
ahmed-obeid-bin-daghr||أحمد عبيد بن دغر,بن دغر|prime-minister yemen 2016-04-03 2018-10-15
khaled-bahah||خالد بحاح,بحاح|prime-minister yemen 2014-11-09 2016-04-03
abdulmalik-al-mekhlafi||عبد الملك المخلافي,عبدالملك المخلافي|foreign-minister yemen 2015-12-01 2018-05-24
khaled-al-yamani||خالد اليماني|foreign-minister yemen 2018-05-24 2019-06
mohammed-abdul-salam||محمد عبد السلام,محمد عبدالسلام|
abdullah-ii-of-jordan|Q57464|عبد الله الثاني,عبدالله الثاني,عبد الله الثاني بن الحسين,الملك عبد الله الثاني,الملك عبدالله الثاني|king jordan 1999-02-07 -
nasser-judeh||ناصر جودة|foreign-minister jordan 2009-02-23 2017-01-15
ayman-safadi||أيمن الصفدي,الصفدي|foreign-minister jordan 2017-01-15 -
hani-al-mulki||هاني الملقي,الملقي|prime-minister jordan 2016-05-29 2018-06-04
omar-al-razzaz||عمر الرزاز,الرزاز|prime-minister jordan 2018-06-14 2020-10-12
mohammad-momani||محمد المومني|
michel-aoun||ميشال عون,العماد ميشال عون|president lebanon 2016-10-31 2022-10-30
michel-suleiman||ميشال سليمان|president lebanon 2008-05-25 2014-05-25
saad-hariri||سعد الحريري|prime-minister lebanon 2009-11-09 2011-06-13;prime-minister lebanon 2016-12-18 2020-01-21
rafic-hariri|Q154928|رفيق الحريري|
tammam-salam||تمام سلام|prime-minister lebanon 2014-02-15 2016-12-18
najib-mikati||نجيب ميقاتي,ميقاتي|prime-minister lebanon 2011-06-13 2014-02-15;prime-minister lebanon 2021-09-10 2025-02-08
hassan-diab||حسان دياب|prime-minister lebanon 2020-01-21 2021-09-10
nabih-berri||نبيه بري|=رئيس مجلس النواب اللبناني 1992-10-20 -
gebran-bassil||جبران باسيل,باسيل|foreign-minister lebanon 2014-02-15 2020-01-21
hassan-nasrallah||حسن نصر الله,حسن نصرالله,نصر الله,نصرالله|=الأمين العام لحزب الله 1992-02-16 2024-09-27
samir-geagea||سمير جعجع,جعجع|
walid-jumblatt||وليد جنبلاط,جنبلاط|
khalifa-haftar||خليفة حفتر,حفتر|=قائد الجيش الوطني الليبي 2015-03 -
fayez-al-sarraj||فايز السراج,فائز السراج,السراج|prime-minister libya 2016-03-30 2021-03-15
abdul-hamid-dbeibeh||عبد الحميد الدبيبة,عبدالحميد الدبيبة,الدبيبة|prime-minister libya 2021-03-15 -
aguila-saleh||عقيلة صالح|=رئيس مجلس النواب الليبي 2014-08-05 -
muammar-gaddafi|Q19878|معمر القذافي,القذافي|
ahmed-al-mismari||أحمد المسماري,المسماري|=المتحدث باسم الجيش الوطني الليبي 2014 -
beji-caid-essebsi||الباجي قائد السبسي,باجي قائد السبسي,قائد السبسي,السبسي|president tunisia 2014-12-31 2019-07-25
kais-saied||قيس سعيد,قيس سعيّد|president tunisia 2019-10-23 -
moncef-marzouki||المنصف المرزوقي,منصف المرزوقي,المرزوقي|president tunisia 2011-12-13 2014-12-31
habib-essid||الحبيب الصيد|prime-minister tunisia 2015-02-06 2016-08-27
youssef-chahed||يوسف الشاهد|prime-minister tunisia 2016-08-27 2020-02-27
rached-ghannouchi||راشد الغنوشي,الغنوشي|
abdelaziz-bouteflika||عبد العزيز بوتفليقة,عبدالعزيز بوتفليقة,بوتفليقة|president algeria 1999-04-27 2019-04-02
abdelmadjid-tebboune||عبد المجيد تبون,عبدالمجيد تبون,تبون|president algeria 2019-12-19 -
ahmed-gaid-salah||أحمد قايد صالح,قايد صالح|
ahmed-ouyahia||أحمد أويحيى,أويحيى|prime-minister algeria 2017-08-16 2019-03-11
abdelmalek-sellal||عبد المالك سلال|prime-minister algeria 2014-04-28 2017-05-24
ramtane-lamamra||رمطان لعمامرة,لعمامرة|foreign-minister algeria 2013-09-11 2017-05-25
mohammed-vi-of-morocco||محمد السادس|king morocco 1999-07-23 -
abdelilah-benkirane||عبد الإله بنكيران,عبد الإله ابن كيران,بنكيران,ابن كيران|prime-minister morocco 2011-11-29 2017-04-05
saadeddine-othmani||سعد الدين العثماني|prime-minister morocco 2017-04-05 2021-10-07
nasser-bourita||ناصر بوريطة,بوريطة|foreign-minister morocco 2017-04-05 -
salaheddine-mezouar||صلاح الدين مزوار|foreign-minister morocco 2013-10-10 2017-04-05
omar-al-bashir||عمر البشير,عمر حسن البشير,عمر حسن أحمد البشير|president sudan 1989-06-30 2019-04-11
abdel-fattah-al-burhan||عبد الفتاح البرهان,عبدالفتاح البرهان,البرهان|=رئيس مجلس السيادة السوداني 2019-08-21 -
abdalla-hamdok||عبد الله حمدوك,عبدالله حمدوك,حمدوك|prime-minister sudan 2019-08-21 2021-10-25
hemedti||محمد حمدان دقلو,حميدتي|=قائد قوات الدعم السريع 2013-08 -
ibrahim-ghandour||إبراهيم غندور,ابراهيم غندور|foreign-minister sudan 2015-06 2018-04-19
salva-kiir||سلفا كير,سلفا كير ميارديت|president south-sudan 2011-07-09 -
riek-machar||رياك مشار,ريك مشار,رياك ماشار|
francois-hollande|Q157|فرانسوا هولاند,فرنسوا هولاند,هولاند,أولاند,فرنسوا أولاند|president france 2012-05-15 2017-05-14
emmanuel-macron|Q3052772|إيمانويل ماكرون,ايمانويل ماكرون,إمانويل ماكرون,ماكرون|president france 2017-05-14 -
nicolas-sarkozy|Q329|نيكولا ساركوزي,ساركوزي|president france 2007-05-16 2012-05-15
laurent-fabius||لوران فابيوس,فابيوس|foreign-minister france 2012-05-16 2016-02-11
jean-marc-ayrault||جان مارك إيرولت,جان مارك ايرولت,جان مارك أيرولت|foreign-minister france 2016-02-11 2017-05-10
jean-yves-le-drian||جان إيف لودريان,جان ايف لودريان,لودريان|defence-minister france 2012-05-16 2017-05-10;foreign-minister france 2017-05-17 2022-05-20
manuel-valls||مانويل فالس,فالس|prime-minister france 2014-03-31 2016-12-06
edouard-philippe||إدوار فيليب,ادوار فيليب|prime-minister france 2017-05-15 2020-07-03
florence-parly||فلورانس بارلي|defence-minister france 2017-06-21 2022-05-20
marine-le-pen||مارين لوبان,لوبان|
david-cameron|Q192|ديفيد كاميرون,ديفيد كامرون,كاميرون|prime-minister united-kingdom 2010-05-11 2016-07-13
theresa-may|Q264766|تيريزا ماي,تريزا ماي|prime-minister united-kingdom 2016-07-13 2019-07-24
boris-johnson|Q180589|بوريس جونسون|foreign-minister united-kingdom 2016-07-13 2018-07-09;prime-minister united-kingdom 2019-07-24 2022-09-06
philip-hammond||فيليب هاموند,هاموند|foreign-minister united-kingdom 2014-07-15 2016-07-13
william-hague||وليام هيغ,ويليام هيغ|foreign-minister united-kingdom 2010-05-12 2014-07-14
jeremy-hunt||جيريمي هانت|foreign-minister united-kingdom 2018-07-09 2019-07-24
jeremy-corbyn||جيريمي كوربين,جيرمي كوربن,كوربين,كوربن|
rishi-sunak||ريشي سوناك,سوناك|prime-minister united-kingdom 2022-10-25 2024-07-05
elizabeth-ii|Q9682|إليزابيث الثانية,اليزابيث الثانية|
angela-merkel|Q567|أنغيلا ميركل,أنجيلا ميركل,انغيلا ميركل,انجيلا ميركل,أنغيلا ميركيل,ميركل|chancellor germany 2005-11-22 2021-12-08
olaf-scholz||أولاف شولتس,شولتس|chancellor germany 2021-12-08 2025-05-06
frank-walter-steinmeier||فرانك فالتر شتاينماير,فرانك-فالتر شتاينماير,فرانك شتاينماير,شتاينماير|foreign-minister germany 2013-12-17 2017-01-27;president germany 2017-03-19 -
guido-westerwelle||غيدو فسترفيله,جيدو فسترفيله|foreign-minister germany 2009-10-28 2013-12-17
sigmar-gabriel||زيغمار غابرييل,سيغمار غابرييل,زيجمار جابرييل|foreign-minister germany 2017-01-27 2018-03-14
heiko-maas||هايكو ماس|foreign-minister germany 2018-03-14 2021-12-08
ursula-von-der-leyen||أورسولا فون دير لاين,اورسولا فون دير لاين,فون دير لاين|defence-minister germany 2013-12-17 2019-07-17;=رئيسة المفوضية الأوروبية 2019-12-01 -
horst-seehofer||هورست زيهوفر|
matteo-renzi||ماتيو رينزي,رينزي|prime-minister italy 2014-02-22 2016-12-12
paolo-gentiloni||باولو جنتيلوني,باولو جينتيلوني,جنتيلوني,جينتيلوني|foreign-minister italy 2014-10-31 2016-12-12;prime-minister italy 2016-12-12 2018-06-01
giuseppe-conte||جوزيبي كونتي,جوسيبي كونتي|prime-minister italy 2018-06-01 2021-02-13
matteo-salvini||ماتيو سالفيني,سالفيني|
giorgia-meloni||جورجيا ميلوني,ميلوني|prime-minister italy 2022-10-22 -
mariano-rajoy||ماريانو راخوي,راخوي|prime-minister spain 2011-12-20 2018-06-01
pedro-sanchez||بيدرو سانشيز,بيدرو سانتشيز|prime-minister spain 2018-06-01 -
alexis-tsipras||أليكسيس تسيبراس,ألكسيس تسيبراس,اليكسيس تسيبراس,تسيبراس|prime-minister greece 2015-01-26 2015-08-27;prime-minister greece 2015-09-21 2019-07-08
viktor-orban||فيكتور أوربان,فيكتور اوربان,أوربان|prime-minister hungary 2010-05-29 -
petro-poroshenko||بترو بوروشينكو,بيترو بوروشينكو,بيوتر بوروشينكو,بوروشينكو|president ukraine 2014-06-07 2019-05-20
volodymyr-zelensky|Q3874799|فولوديمير زيلينسكي,فلاديمير زيلينسكي,زيلينسكي|president ukraine 2019-05-20 -
viktor-yanukovych||فيكتور يانوكوفيتش,يانوكوفيتش|president ukraine 2010-02-25 2014-02-22
pavlo-klimkin||بافلو كليمكين,كليمكين|foreign-minister ukraine 2014-06-19 2019-08-29
dmytro-kuleba||دميترو كوليبا,دميتري كوليبا,كوليبا|foreign-minister ukraine 2020-03-04 2024-09-05
alexander-lukashenko||ألكسندر لوكاشينكو,الكسندر لوكاشينكو,لوكاشينكو|president belarus 1994-07-20 -
nursultan-nazarbayev||نور سلطان نزارباييف,نزارباييف|president kazakhstan 1990-04-24 2019-03-19
ilham-aliyev||إلهام علييف,الهام علييف,علييف|president azerbaijan 2003-10-31 -
xi-jinping|Q15031|شي جين بينغ,شي جينبينغ,شي جين بينج|president china 2013-03-14 -
li-keqiang||لي كه تشيانغ,لي كيكيانغ|prime-minister china 2013-03-15 2023-03-11
wang-yi||وانغ يي,وانج يي|foreign-minister china 2013-03-16 2022-12-30
geng-shuang||قنغ شوانغ,جينغ شوانغ,غينغ شوانغ|
hua-chunying||هوا تشون ينغ,هوا تشونينغ|
lu-kang||لو كانغ|
shinzo-abe|Q132345|شينزو آبي,شينزو ابي|prime-minister japan 2012-12-26 2020-09-16
taro-kono||تارو كونو|foreign-minister japan 2017-08-03 2019-09-11
kim-jong-un|Q56226|كيم جونغ أون,كيم جونغ اون,كيم جونج أون,كيم يونغ أون,كيم جونغ - أون|=زعيم كوريا الشمالية 2011-12-17 -;=الزعيم الكوري الشمالي 2011-12-17 -
moon-jae-in||مون جيه إن,مون جاي إن,مون جاي-إن,مون جيه-إن|president south-korea 2017-05-10 2022-05-09
park-geun-hye||باك كون هيه,بارك غيون هاي,بارك جيون هاي|president south-korea 2013-02-25 2017-03-10
narendra-modi|Q1058|ناريندرا مودي,نارندرا مودي,مودي|prime-minister india 2014-05-26 -
imran-khan||عمران خان|prime-minister pakistan 2018-08-18 2022-04-10
nawaz-sharif||نواز شريف|prime-minister pakistan 2013-06-05 2017-07-28
ashraf-ghani||أشرف غني,اشرف غني|president afghanistan 2014-09-29 2021-08-15
hamid-karzai||حامد كرزاي,حميد كرزاي,كرزاي|president afghanistan 2004-12-07 2014-09-29
mahathir-mohamad||مهاتير محمد|prime-minister malaysia 2018-05-10 2020-03-01
rodrigo-duterte||رودريغو دوتيرتي,رودريجو دوتيرتي,دوتيرتي|president philippines 2016-06-30 2022-06-30
aung-san-suu-kyi||أونغ سان سو تشي,اونغ سان سو تشي|
malcolm-turnbull||مالكولم تيرنبول,تيرنبول|prime-minister australia 2015-09-15 2018-08-24
scott-morrison||سكوت موريسون|prime-minister australia 2018-08-24 2022-05-23
jacinda-ardern||جاسيندا أرديرن,جاسيندا آردرن|prime-minister new-zealand 2017-10-26 2023-01-25
justin-trudeau||جاستن ترودو,جستن ترودو,ترودو|prime-minister canada 2015-11-04 2025-03-14
chrystia-freeland||كريستيا فريلاند|foreign-minister canada 2017-01-10 2019-11-20
nicolas-maduro||نيكولاس مادورو,مادورو|president venezuela 2013-04-19 -
juan-guaido||خوان غوايدو,غوايدو|
hugo-chavez|Q8440|هوغو تشافيز,هوجو تشافيز,تشافيز|president venezuela 1999-02-02 2013-03-05
raul-castro||راؤول كاسترو,راوول كاسترو|president cuba 2008-02-24 2018-04-19
fidel-castro|Q11256|فيدل كاسترو|
dilma-rousseff||ديلما روسيف,روسيف|president brazil 2011-01-01 2016-08-31
jair-bolsonaro||جايير بولسونارو,جاير بولسونارو,بولسونارو|president brazil 2019-01-01 2023-01-01
lula-da-silva||لولا دا سيلفا,لويس إيناسيو لولا دا سيلفا|president brazil 2023-01-01 -
enrique-pena-nieto||إنريكي بينيا نييتو,انريكي بينا نييتو|president mexico 2012-12-01 2018-12-01
abiy-ahmed||آبي أحمد,أبي أحمد|prime-minister ethiopia 2018-04-02 -
isaias-afwerki||أسياس أفورقي,إسياس أفورقي,أفورقي|president eritrea 1993-05-24 -
uhuru-kenyatta||أوهورو كينياتا,اوهورو كينياتا|president kenya 2013-04-09 2022-09-13
muhammadu-buhari||محمد بخاري|president nigeria 2015-05-29 2023-05-29
robert-mugabe||روبرت موغابي,روبرت موجابي,موغابي|president zimbabwe 1987-12-31 2017-11-21
cyril-ramaphosa||سيريل رامافوزا,رامافوزا|president south-africa 2018-02-15 -
nelson-mandela|Q8023|نيلسون مانديلا,مانديلا|
idriss-deby||إدريس ديبي,ادريس ديبي|president chad 1990-12-02 2021-04-20
ban-ki-moon|Q1253|بان كي مون,بان كي-مون|=الأمين العام للأمم المتحدة 2007-01-01 2016-12-31;=أمين عام الأمم المتحدة 2007-01-01 2016-12-31
antonio-guterres||أنطونيو غوتيريش,أنطونيو غوتيريس,انطونيو غوتيريش,انطونيو غوتيريس,أنتونيو غوتيريس,أنتونيو غوتيريش,أنطونيو جوتيريش,غوتيريش,غوتيريس,جوتيريش,جوتيريس|=الأمين العام للأمم المتحدة 2017-01-01 -;=أمين عام الأمم المتحدة 2017-01-01 -
kofi-annan|Q1254|كوفي أنان,كوفي عنان|
lakhdar-brahimi||الأخضر الإبراهيمي,الاخضر الابراهيمي|=المبعوث الأممي إلى سوريا 2012-09-01 2014-05-31
staffan-de-mistura||ستيفان دي ميستورا,ستافان دي ميستورا,ستيفان دو ميستورا,ستافان دو ميستورا,دي ميستورا,دو ميستورا|=المبعوث الأممي إلى سوريا 2014-07-10 2018-12-31;=المبعوث الدولي إلى سوريا 2014-07-10 2018-12-31
geir-pedersen||غير بيدرسون,جير بيدرسون,غير بيدرسن,جير بيدرسن|=المبعوث الأممي إلى سوريا 2019-01-07 -
jamal-benomar||جمال بنعمر,جمال بن عمر,بنعمر|=المبعوث الأممي إلى اليمن 2012-08 2015-04
ismail-ould-cheikh-ahmed||إسماعيل ولد الشيخ أحمد,اسماعيل ولد الشيخ أحمد,إسماعيل ولد الشيخ,اسماعيل ولد الشيخ,ولد الشيخ أحمد,ولد الشيخ|=المبعوث الأممي إلى اليمن 2015-04-25 2018-02-28;=مبعوث الأمم المتحدة إلى اليمن 2015-04-25 2018-02-28
martin-griffiths||مارتن غريفيث,مارتن غريفيثس,مارتن جريفيث,مارتن جريفيثس,غريفيث,غريفيثس,جريفيث,جريفيثس|=المبعوث الأممي إلى اليمن 2018-03-16 2021-07;=مبعوث الأمم المتحدة إلى اليمن 2018-03-16 2021-07
ghassan-salame||غسان سلامة|=المبعوث الأممي إلى ليبيا 2017-06-22 2020-03-02;=المبعوث الخاص للأمم المتحدة إلى ليبيا 2017-06-22 2020-03-02
martin-kobler||مارتن كوبلر|=المبعوث الأممي إلى ليبيا 2015-11-17 2017-06-21
bernardino-leon||برناردينو ليون,برنادينو ليون|=المبعوث الأممي إلى ليبيا 2014-09-01 2015-11-06
stephane-dujarric||ستيفان دوجاريك,ستيفان دوغاريك,دوجاريك|=المتحدث باسم الأمم المتحدة 2014-03 -
farhan-haq||فرحان حق|=نائب المتحدث باسم الأمم المتحدة 2013 -
stephen-obrien||ستيفن أوبراين,ستيفن اوبراين|
mark-lowcock||مارك لوكوك|
zeid-raad-al-hussein||زيد بن رعد الحسين,زيد رعد الحسين,زيد بن رعد|=مفوض الأمم المتحدة السامي لحقوق الإنسان 2014-09-01 2018-08-31
michelle-bachelet||ميشيل باشيليت,ميشال باشليه,باشيليت|
filippo-grandi||فيليبو غراندي,فيليبو جراندي|
yukiya-amano||يوكيا أمانو,يوكيا امانو,أمانو|=مدير عام الوكالة الدولية للطاقة الذرية 2009-12-01 2019-07-18;=المدير العام للوكالة الدولية للطاقة الذرية 2009-12-01 2019-07-18
rafael-grossi||رافائيل غروسي,رافاييل غروسي,رافائيل جروسي|=المدير العام للوكالة الدولية للطاقة الذرية 2019-12-03 -
tedros-adhanom||تيدروس أدهانوم غيبريسوس,تيدروس أدهانوم,تيدروس ادهانوم|=مدير عام منظمة الصحة العالمية 2017-07-01 -;=المدير العام لمنظمة الصحة العالمية 2017-07-01 -
christine-lagarde||كريستين لاغارد,كريستين لاجارد,لاغارد|=مديرة صندوق النقد الدولي 2011-07-05 2019-09-12;=رئيسة البنك المركزي الأوروبي 2019-11-01 -
mario-draghi||ماريو دراغي,ماريو دراجي|=رئيس البنك المركزي الأوروبي 2011-11-01 2019-10-31;prime-minister italy 2021-02-13 2022-10-22
federica-mogherini||فيديريكا موغيريني,فيديريكا موجيريني,فيدريكا موغيريني,موغيريني,موجيريني|=الممثلة العليا للسياسة الخارجية في الاتحاد الأوروبي 2014-11-01 2019-11-30;=وزيرة خارجية الاتحاد الأوروبي 2014-11-01 2019-11-30
catherine-ashton||كاثرين آشتون,كاترين آشتون,كاثرين اشتون,آشتون|=وزيرة خارجية الاتحاد الأوروبي 2009-12-01 2014-10-31
josep-borrell||جوزيب بوريل,جوسيب بوريل,بوريل|
jean-claude-juncker||جان كلود يونكر,جان-كلود يونكر,يونكر|=رئيس المفوضية الأوروبية 2014-11-01 2019-11-30
donald-tusk||دونالد توسك,توسك|=رئيس المجلس الأوروبي 2014-12-01 2019-11-30;prime-minister poland 2007-11-16 2014-09-22;prime-minister poland 2023-12-13 -
charles-michel||شارل ميشيل,شارل ميشال|prime-minister belgium 2014-10-11 2019-10-27;=رئيس المجلس الأوروبي 2019-12-01 2024-11-30
michel-barnier||ميشيل بارنييه,ميشال بارنييه,بارنييه|
jens-stoltenberg||ينس ستولتنبرغ,ينس ستولتنبرج,يانس ستولتنبرغ,ستولتنبرغ,ستولتنبرج|=الأمين العام لحلف شمال الأطلسي 2014-10-01 2024-10-01;=أمين عام حلف شمال الأطلسي 2014-10-01 2024-10-01;=الأمين العام للناتو 2014-10-01 2024-10-01
anders-fogh-rasmussen||أندرس فوغ راسموسن,راسموسن|=الأمين العام لحلف شمال الأطلسي 2009-08-01 2014-09-30
nabil-elaraby||نبيل العربي|=الأمين العام لجامعة الدول العربية 2011-07-01 2016-06-30;=الأمين العام للجامعة العربية 2011-07-01 2016-06-30
ahmed-aboul-gheit||أحمد أبو الغيط,احمد ابو الغيط,أبو الغيط|=الأمين العام لجامعة الدول العربية 2016-07-01 -;=الأمين العام للجامعة العربية 2016-07-01 -
abdullatif-al-zayani||عبد اللطيف الزياني,عبداللطيف الزياني,الزياني|=الأمين العام لمجلس التعاون لدول الخليج العربية 2011-04-01 2020-01-31;=الأمين العام لمجلس التعاون الخليجي 2011-04-01 2020-01-31
moussa-faki||موسى فكي,موسى فقي|=رئيس مفوضية الاتحاد الأفريقي 2017-03-14 2025-02
pope-francis|Q450675|البابا فرنسيس,البابا فرانسيس|=بابا الفاتيكان 2013-03-13 2025-04-21
abu-bakr-al-baghdadi||أبو بكر البغدادي,ابو بكر البغدادي,البغدادي|
ayman-al-zawahiri||أيمن الظواهري,الظواهري|
julian-assange||جوليان أسانج,جوليان اسانج,أسانج|
edward-snowden||إدوارد سنودن,ادوارد سنودن,سنودن|
mark-zuckerberg|Q36215|مارك زوكربيرغ,مارك زوكربيرج,زوكربيرغ|
elon-musk|Q317521|إيلون ماسك,ايلون ماسك|
cristiano-ronaldo|Q11571|كريستيانو رونالدو,رونالدو|
lionel-messi|Q615|ليونيل ميسي|
mohamed-salah||محمد صلاح|
"""

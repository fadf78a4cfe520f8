"""More people of Arabic news of the last twenty years: heads of state and government, ministers, envoys, spokespersons.

Lines are as in `actors_people`.
"""

# ruff: noqa: E501 -- one actor is one line

LEADERS = """
gordon-brown||غوردون براون,جوردون براون|prime-minister united-kingdom 2007-06-27 2010-05-11
tony-blair||توني بلير|prime-minister united-kingdom 1997-05-02 2007-06-27
liz-truss||ليز تراس|foreign-minister united-kingdom 2021-09-15 2022-09-06;prime-minister united-kingdom 2022-09-06 2022-10-25
keir-starmer||كير ستارمر,ستارمر|prime-minister united-kingdom 2024-07-05 -
dominic-raab||دومينيك راب|foreign-minister united-kingdom 2019-07-24 2021-09-15
james-cleverly||جيمس كليفرلي,كليفرلي|foreign-minister united-kingdom 2022-09-06 2023-11-13
david-lammy||ديفيد لامي|foreign-minister united-kingdom 2024-07-05 2025-09-05
david-miliband||ديفيد ميليباند|foreign-minister united-kingdom 2007-06-28 2010-05-11
michael-fallon||مايكل فالون|defence-minister united-kingdom 2014-07-15 2017-11-01
gavin-williamson||غافين ويليامسون,جافين ويليامسون|defence-minister united-kingdom 2017-11-02 2019-05-01
ben-wallace||بن والاس|defence-minister united-kingdom 2019-07-24 2023-08-31
king-charles-iii||الملك تشارلز الثالث,الملك تشارلز|
jacques-chirac||جاك شيراك|president france 1995-05-17 2007-05-16
bernard-kouchner||برنار كوشنير|foreign-minister france 2007-05-18 2010-11-13
alain-juppe||آلان جوبيه,ألان جوبيه|foreign-minister france 2011-02-27 2012-05-15
catherine-colonna||كاترين كولونا|foreign-minister france 2022-05-20 2024-01-11
stephane-sejourne||ستيفان سيجورنيه|foreign-minister france 2024-01-11 2024-09-21
jean-noel-barrot||جان نويل بارو|foreign-minister france 2024-09-21 -
sebastien-lecornu||سيباستيان لوكورنو|defence-minister france 2022-05-20 2025-09-09
francois-fillon||فرانسوا فيون,فرانسوا فييون|prime-minister france 2007-05-17 2012-05-15
jean-castex||جان كاستيكس,جان كاستكس|prime-minister france 2020-07-03 2022-05-16
elisabeth-borne||إليزابيت بورن,إليزابيث بورن|prime-minister france 2022-05-16 2024-01-09
gabriel-attal||غابريال أتال,غابرييل أتال,جابريال أتال|prime-minister france 2024-01-09 2024-09-05
bernard-cazeneuve||برنار كازنوف|prime-minister france 2016-12-06 2017-05-10
bruno-le-maire||برونو لومير,برونو لو مير|
gerard-collomb||جيرار كولومب|
gerald-darmanin||جيرالد دارمانان|
christophe-castaner||كريستوف كاستانير|
jean-luc-melenchon||جان لوك ميلانشون,جان لوك ميلونشون,ميلانشون|
gerhard-schroeder||غيرهارد شرودر,جيرهارد شرودر|chancellor germany 1998-10-27 2005-11-22
friedrich-merz||فريدريش ميرتس,فريدريتش ميرتس|chancellor germany 2025-05-06 -
annalena-baerbock||أنالينا بيربوك,بيربوك|foreign-minister germany 2021-12-08 2025-05-06
annegret-kramp-karrenbauer||أنيغريت كرامب كارنباور,أنغريت كرامب كارينباور|defence-minister germany 2019-07-17 2021-12-08
boris-pistorius||بوريس بيستوريوس,بيستوريوس|defence-minister germany 2023-01-19 -
joachim-gauck||يواخيم غاوك,يواخيم جاوك|president germany 2012-03-18 2017-03-18
thomas-de-maiziere||توماس دي ميزيير|
wolfgang-schaeuble||فولفغانغ شويبله,فولفجانج شويبله|
steffen-seibert||شتيفن زايبرت,شتيفن سايبرت,ستيفن زايبرت|
silvio-berlusconi||سيلفيو برلسكوني,سيلفيو بيرلسكوني,برلسكوني|prime-minister italy 2008-05-08 2011-11-16
mario-monti||ماريو مونتي|prime-minister italy 2011-11-16 2013-04-28
enrico-letta||إنريكو ليتا|prime-minister italy 2013-04-28 2014-02-22
sergio-mattarella||سيرجيو ماتاريلا,سيرجو ماتاريلا|president italy 2015-02-03 -
angelino-alfano||أنجلينو ألفانو,انجلينو الفانو|foreign-minister italy 2016-12-12 2018-06-01
luigi-di-maio||لويجي دي مايو,لويدجي دي مايو|foreign-minister italy 2019-09-05 2022-10-22
antonio-tajani||أنطونيو تاياني,أنتونيو تاياني|foreign-minister italy 2022-10-22 -
jose-luis-zapatero||خوسيه لويس ثباتيرو,خوسيه لويس رودريغيز ثباتيرو|prime-minister spain 2004-04-17 2011-12-20
king-felipe-vi||الملك فيليبي السادس|
carles-puigdemont||كارلس بوتشيمون,كارليس بوتشيمون,كارلس بوجديمون,بوتشيمون,بوجديمون|
antonio-costa||أنطونيو كوستا|prime-minister portugal 2015-11-26 2024-04-02
mark-rutte||مارك روته,مارك روتي|prime-minister netherlands 2010-10-14 2024-07-02;=الأمين العام لحلف شمال الأطلسي 2024-10-01 -;=أمين عام حلف شمال الأطلسي 2024-10-01 -
geert-wilders||خيرت فيلدرز,غيرت فيلدرز|
alexander-de-croo||ألكسندر دي كرو|prime-minister belgium 2020-10-01 2025-02-03
sebastian-kurz||سيباستيان كورتس|foreign-minister austria 2013-12-16 2017-12-18
karl-nehammer||كارل نيهامر|prime-minister austria 2021-12-06 2025-01-10
stefan-lofven||ستيفان لوفين|prime-minister sweden 2014-10-03 2021-11-30
magdalena-andersson||ماغدالينا أندرسون,ماجدالينا أندرسون|prime-minister sweden 2021-11-30 2022-10-18
ulf-kristersson||أولف كريسترسون|prime-minister sweden 2022-10-18 -
margot-wallstrom||مارغوت والستروم,مارجوت والستروم|foreign-minister sweden 2014-10-03 2019-09-10
erna-solberg||إرنا سولبرغ,إرنا سولبرج|prime-minister norway 2013-10-16 2021-10-14
jonas-gahr-store||يوناس غار ستوره|prime-minister norway 2021-10-14 -
mette-frederiksen||مته فريدريكسن,ميته فريدريكسن|prime-minister denmark 2019-06-27 -
lars-lokke-rasmussen||لارس لوكه راسموسن|prime-minister denmark 2015-06-28 2019-06-27
sauli-niinisto||سولي نينيستو,ساولي نينيستو|president finland 2012-03-01 2024-03-01
alexander-stubb||ألكسندر ستوب|president finland 2024-03-01 -
sanna-marin||سانا مارين|prime-minister finland 2019-12-10 2023-06-20
kyriakos-mitsotakis||كيرياكوس ميتسوتاكيس,ميتسوتاكيس|
nikos-kotzias||نيكوس كوتزياس|
george-papandreou||جورج باباندريو,باباندريو|prime-minister greece 2009-10-06 2011-11-11
antonis-samaras||أنتونيس ساماراس|prime-minister greece 2012-06-20 2015-01-26
nicos-anastasiades||نيكوس أناستاسيادس,نيكوس اناستاسيادس,أناستاسيادس|president cyprus 2013-02-28 2023-02-28
nikos-christodoulides||نيكوس خريستودوليدس|president cyprus 2023-02-28 -
andrzej-duda||أندريه دودا,أندريج دودا|president poland 2015-08-06 2025-08-06
mateusz-morawiecki||ماتيوش مورافيتسكي,مورافيتسكي|prime-minister poland 2017-12-11 2023-12-13
beata-szydlo||بياتا شيدلو|prime-minister poland 2015-11-16 2017-12-11
milos-zeman||ميلوش زيمان,ميلوس زيمان|president czechia 2013-03-08 2023-03-08
petr-pavel||بيتر بافيل|president czechia 2023-03-09 -
andrej-babis||أندريه بابيش,أندريه بابيس|prime-minister czechia 2017-12-06 2021-12-17
robert-fico||روبرت فيتسو,روبرت فيكو|prime-minister slovakia 2012-04-04 2018-03-22;prime-minister slovakia 2023-10-25 -
aleksandar-vucic||ألكسندر فوتشيتش,الكسندر فوتشيتش,فوتشيتش|prime-minister serbia 2014-04-27 2017-05-30;president serbia 2017-05-31 -
hashim-thaci||هاشم تاتشي|president kosovo 2016-04-07 2020-11-05
edi-rama||إيدي راما|prime-minister albania 2013-09-15 -
klaus-iohannis||كلاوس يوهانيس|president romania 2014-12-21 2025-02-12
boyko-borissov||بويكو بوريسوف|
rumen-radev||رومين راديف,رومن راديف|president bulgaria 2017-01-22 -
maia-sandu||مايا ساندو|president moldova 2020-12-24 -
viktor-yushchenko||فيكتور يوشتشنكو|president ukraine 2005-01-23 2010-02-25
arseniy-yatsenyuk||أرسيني ياتسينيوك,ارسيني ياتسينيوك,ياتسينيوك|prime-minister ukraine 2014-02-27 2016-04-14
volodymyr-groysman||فولوديمير غرويسمان,فولوديمير جرويسمان|prime-minister ukraine 2016-04-14 2019-08-29
denys-shmyhal||دينيس شميغال,دينيس شميهال|prime-minister ukraine 2020-03-04 2025-07-17
oleksii-reznikov||أوليكسي ريزنيكوف|defence-minister ukraine 2021-11-04 2023-09-05
mykhailo-podolyak||ميخايلو بودولياك|
andriy-yermak||أندريه يرماك,أندري يرماك|
oleksandr-syrskyi||أولكسندر سيرسكي,ألكسندر سيرسكي|
valerii-zaluzhnyi||فاليري زالوجني|
dalia-grybauskaite||داليا غريباوسكايتي,داليا جريباوسكايتي|president lithuania 2009-07-12 2019-07-12
gitanas-nauseda||غيتاناس نوسيدا|president lithuania 2019-07-12 -
kaja-kallas||كايا كالاس|prime-minister estonia 2021-01-26 2024-07-23;=الممثلة العليا للسياسة الخارجية في الاتحاد الأوروبي 2024-12-01 -
mikheil-saakashvili||ميخائيل ساكاشفيلي,ساكاشفيلي|president georgia 2008-01-20 2013-11-17
salome-zourabichvili||سالومي زورابيشفيلي|president georgia 2018-12-16 2024-12-29
nikol-pashinyan||نيكول باشينيان,باشينيان|prime-minister armenia 2018-05-08 -
serzh-sargsyan||سيرج سركسيان,سيرج ساركسيان|president armenia 2008-04-09 2018-04-09
kassym-jomart-tokayev||قاسم جومارت توكاييف,توكاييف|president kazakhstan 2019-03-20 -
islam-karimov||إسلام كريموف|president uzbekistan 1991-09-01 2016-09-02
shavkat-mirziyoyev||شوكت ميرضيائيف,شوكت ميرزيوييف|president uzbekistan 2016-12-14 -
emomali-rahmon||إمام علي رحمن|president tajikistan 1994-11-16 -
anatoly-antonov||أناتولي أنتونوف,اناتولي انتونوف|
sergey-vershinin||سيرغي فيرشينين,سيرغي فرشينين|
alexander-lavrentiev||ألكسندر لافرنتييف,الكسندر لافرنتييف,لافرنتييف|
gennady-gatilov||غينادي غاتيلوف,جينادي جاتيلوف|
yuri-ushakov||يوري أوشاكوف,يوري اوشاكوف|
dmitry-rogozin||دميتري روغوزين,ديميتري روغوزين|
sergei-rudskoi||سيرغي رودسكوي,سيرجي رودسكوي|
nikolai-patrushev||نيكولاي باتروشيف,باتروشيف|
valentina-matviyenko||فالنتينا ماتفيينكو|
ramzan-kadyrov||رمضان قديروف,قديروف|
alexei-navalny||أليكسي نافالني,ألكسي نافالني,نافالني|
yevgeny-prigozhin||يفغيني بريغوجين,يفغيني بريجوجين,بريغوجين|
andrei-belousov||أندريه بيلوسوف|defence-minister russia 2024-05-14 -
anatoly-serdyukov||أناتولي سيرديوكوف|defence-minister russia 2007-02-15 2012-11-06
igor-korobov||إيغور كوروبوف|
colin-powell||كولن باول,كولين باول|foreign-minister united-states 2001-01-20 2005-01-26
condoleezza-rice||كوندوليزا رايس,كونداليزا رايس|foreign-minister united-states 2005-01-26 2009-01-20
donald-rumsfeld||دونالد رامسفيلد|defence-minister united-states 2001-01-20 2006-12-18
robert-gates||روبرت غيتس,روبرت جيتس|defence-minister united-states 2006-12-18 2011-07-01
pete-hegseth||بيت هيغسيث,بيت هيجسيث,هيغسيث|defence-minister united-states 2025-01-25 -
patrick-shanahan||باتريك شاناهان|
dick-cheney||ديك تشيني|
jd-vance||جيه دي فانس,جي دي فانس|
steve-bannon||ستيف بانون|
sean-spicer||شون سبايسر|
kellyanne-conway||كيليان كونواي|
jen-psaki||جين ساكي,جنيفر ساكي,جين بساكي|
karine-jean-pierre||كارين جان بيير|
karoline-leavitt||كارولاين ليفيت,كارولين ليفيت|
marie-harf||ماري هارف|
morgan-ortagus||مورغان أورتاغوس,مورجان أورتاجوس|
ned-price||نيد برايس|
matthew-miller||ماثيو ميلر|
steven-mnuchin||ستيفن منوشين,ستيفن منوتشين,منوتشين,منوشين|
janet-yellen||جانيت يلين|
jerome-powell||جيروم باول|
ben-bernanke||بن برنانكي|
wilbur-ross||ويلبور روس|
robert-lighthizer||روبرت لايتايزر,روبرت لايتهايزر|
james-comey||جيمس كومي|
paul-manafort||بول مانافورت|
michael-cohen||مايكل كوهين|
john-brennan||جون برينان|
gina-haspel||جينا هاسبل|
william-burns||وليام بيرنز,ويليام بيرنز|
nancy-pelosi||نانسي بيلوسي,بيلوسي|
paul-ryan||بول رايان|
john-boehner||جون بينر,جون باينر|
mitch-mcconnell||ميتش ماكونيل|
chuck-schumer||تشاك شومر|
kevin-mccarthy||كيفن مكارثي|
mike-johnson||مايك جونسون|
bob-corker||بوب كوركر|
adam-schiff||آدم شيف|
jason-greenblatt||جيسون غرينبلات,جيسون جرينبلات,غرينبلات|
david-friedman||ديفيد فريدمان|
brian-hook||براين هوك,برايان هوك|
james-jeffrey||جيمس جيفري|
steve-witkoff||ستيف ويتكوف,ويتكوف|
amos-hochstein||عاموس هوكشتاين,آموس هوكشتاين,هوكشتاين|
tom-barrack||توم باراك,توماس باراك|
rob-malley||روبرت مالي|
tim-lenderking||تيم ليندركينغ,تيموثي ليندركينغ|
joseph-votel||جوزيف فوتيل,فوتيل|
kenneth-mckenzie||كينيث ماكنزي|
david-petraeus||ديفيد بترايوس,ديفيد بتريوس|
martin-dempsey||مارتن ديمبسي,مارتن ديمبسى|
ryan-dillon||رايان ديلون,ريان ديلون|
stephen-townsend||ستيفن تاونسند|
mitt-romney||ميت رومني|
elizabeth-warren||إليزابيث وارن,اليزابيث وارن|
ilhan-omar||إلهان عمر|
linda-thomas-greenfield||ليندا توماس غرينفيلد|
kelly-craft||كيلي كرافت|
stephen-harper||ستيفن هاربر|prime-minister canada 2006-02-06 2015-11-04
mark-carney||مارك كارني|prime-minister canada 2025-03-14 -
melanie-joly||ميلاني جولي|foreign-minister canada 2021-10-26 2025-05-13
andres-manuel-lopez-obrador||أندريس مانويل لوبيز أوبرادور,أندريس مانويل لوبيس أوبرادور,لوبيز أوبرادور|president mexico 2018-12-01 2024-10-01
claudia-sheinbaum||كلوديا شينباوم|president mexico 2024-10-01 -
miguel-diaz-canel||ميغيل دياز كانيل,ميغيل دياز-كانيل|president cuba 2019-10-10 -
juan-manuel-santos||خوان مانويل سانتوس|president colombia 2010-08-07 2018-08-07
ivan-duque||إيفان دوكي|president colombia 2018-08-07 2022-08-07
gustavo-petro||غوستافو بيترو,جوستافو بيترو|president colombia 2022-08-07 -
evo-morales||إيفو موراليس,ايفو موراليس|president bolivia 2006-01-22 2019-11-10
rafael-correa||رافاييل كوريا,رافائيل كوريا|president ecuador 2007-01-15 2017-05-24
lenin-moreno||لينين مورينو|president ecuador 2017-05-24 2021-05-24
michel-temer||ميشال تامر,ميشيل تامر|president brazil 2016-08-31 2019-01-01
mauricio-macri||ماوريسيو ماكري|president argentina 2015-12-10 2019-12-10
cristina-kirchner||كريستينا كيرشنر|president argentina 2007-12-10 2015-12-09
alberto-fernandez||ألبرتو فرنانديز|president argentina 2019-12-10 2023-12-10
javier-milei||خافيير ميلي,خافيير ميليي|president argentina 2023-12-10 -
sebastian-pinera||سيباستيان بينيرا|president chile 2018-03-11 2022-03-11
gabriel-boric||غابرييل بوريتش,جابرييل بوريتش|president chile 2022-03-11 -
horacio-cartes||هوراسيو كارتيس|president paraguay 2013-08-15 2018-08-15
mario-abdo-benitez||ماريو عبده بينيتيز,ماريو عبدو بينيتيز|president paraguay 2018-08-15 2023-08-15
jimmy-morales||جيمي موراليس|president guatemala 2016-01-14 2020-01-14
daniel-ortega||دانييل أورتيغا,دانيال أورتيغا|president nicaragua 2007-01-10 -
hu-jintao||هو جينتاو|president china 2003-03-15 2013-03-14
wen-jiabao||ون جياباو|prime-minister china 2003-03-16 2013-03-15
li-qiang||لي تشيانغ|prime-minister china 2023-03-11 -
yang-jiechi||يانغ جيتشي|foreign-minister china 2007-04-27 2013-03-16
qin-gang||تشين قانغ,تشين غانغ|foreign-minister china 2022-12-30 2023-07-25
zhao-lijian||تشاو ليجيان|
wang-wenbin||وانغ ون بين,وانغ وين بين|
mao-ning||ماو نينغ|
hong-lei||هونغ لي|
fumio-kishida||فوميو كيشيدا,كيشيدا|foreign-minister japan 2012-12-26 2017-08-03;prime-minister japan 2021-10-04 2024-10-01
yoshihide-suga||يوشيهيدي سوغا,يوشيهيدي سوجا|prime-minister japan 2020-09-16 2021-10-04
shigeru-ishiba||شيغيرو إيشيبا|prime-minister japan 2024-10-01 2025-10-21
lee-myung-bak||لي ميونغ باك,لي ميونغ-باك|president south-korea 2008-02-25 2013-02-25
yoon-suk-yeol||يون سوك يول,يون سيوك يول|president south-korea 2022-05-10 2025-04-04
kang-kyung-wha||كانغ كيونغ هوا|foreign-minister south-korea 2017-06-18 2021-02-08
kim-jong-il||كيم جونغ إيل,كيم جونغ ايل,كيم جونج إيل|
kim-yo-jong||كيم يو جونغ,كيم يو جونج|
ri-yong-ho||ري يونغ هو|foreign-minister north-korea 2016-05 2020-01
manmohan-singh||مانموهان سينغ,مانموهان سينج|prime-minister india 2004-05-22 2014-05-26
sushma-swaraj||سوشما سواراج|foreign-minister india 2014-05-26 2019-05-30
subrahmanyam-jaishankar||سوبرامانيام جايشانكار|foreign-minister india 2019-05-31 -
rahul-gandhi||راهول غاندي,راؤول غاندي|
pervez-musharraf||برويز مشرف,بيرفيز مشرف|president pakistan 2001-06-20 2008-08-18
asif-ali-zardari||آصف علي زرداري,آصف زرداري|president pakistan 2008-09-09 2013-09-09;president pakistan 2024-03-10 -
shehbaz-sharif||شهباز شريف|prime-minister pakistan 2022-04-11 2023-08-14;prime-minister pakistan 2024-03-04 -
shahid-khaqan-abbasi||شاهد خاقان عباسي|prime-minister pakistan 2017-08-01 2018-05-31
shah-mahmood-qureshi||شاه محمود قريشي|foreign-minister pakistan 2018-08-20 2022-04-10
bilawal-bhutto-zardari||بيلاوال بوتو زرداري,بلاول بوتو|foreign-minister pakistan 2022-04-27 2023-08-10
abdullah-abdullah||عبد الله عبد الله|
zalmay-khalilzad||زلماي خليل زاد,زلماي خليلزاد|
zabihullah-mujahid||ذبيح الله مجاهد|
hibatullah-akhundzada||هبة الله أخوند زاده,هبة الله آخوند زاده|
sheikh-hasina||الشيخة حسينة,شيخة حسينة|prime-minister bangladesh 2009-01-06 2024-08-05
mahinda-rajapaksa||ماهيندا راجاباكسا|president sri-lanka 2005-11-19 2015-01-09
maithripala-sirisena||مايثريبالا سيريسينا|president sri-lanka 2015-01-09 2019-11-18
gotabaya-rajapaksa||غوتابايا راجاباكسا,جوتابايا راجاباكسا|president sri-lanka 2019-11-18 2022-07-14
min-aung-hlaing||مين أونغ هلاينغ|
prayuth-chan-ocha||برايوت تشان أوتشا|prime-minister thailand 2014-08-24 2023-08-22
hun-sen||هون سين|
najib-razak||نجيب عبد الرزاق,نجيب رزاق|prime-minister malaysia 2009-04-03 2018-05-10
anwar-ibrahim||أنور إبراهيم,أنور ابراهيم|prime-minister malaysia 2022-11-24 -
lee-hsien-loong||لي هسين لونغ|prime-minister singapore 2004-08-12 2024-05-15
joko-widodo||جوكو ويدودو|president indonesia 2014-10-20 2024-10-20
prabowo-subianto||برابوو سوبيانتو|president indonesia 2024-10-20 -
retno-marsudi||ريتنو مرسودي|foreign-minister indonesia 2014-10-27 2024-10-20
ferdinand-marcos-jr||فرديناند ماركوس|president philippines 2022-06-30 -
tony-abbott||توني أبوت|prime-minister australia 2013-09-18 2015-09-15
julia-gillard||جوليا غيلارد,جوليا جيلارد|prime-minister australia 2010-06-24 2013-06-27
anthony-albanese||أنتوني ألبانيزي|prime-minister australia 2022-05-23 -
julie-bishop||جولي بيشوب|foreign-minister australia 2013-09-18 2018-08
john-key||جون كي|prime-minister new-zealand 2008-11-19 2016-12-12
meles-zenawi||ميليس زيناوي,ملس زيناوي|prime-minister ethiopia 1995-08-23 2012-08-20
hailemariam-desalegn||هايلي مريام ديسالين,هايلي ماريام ديسالين|prime-minister ethiopia 2012-09-21 2018-04-02
workneh-gebeyehu||ورقنه جبيو,وركنه جبيهو|
yoweri-museveni||يوري موسيفيني,موسيفيني|president uganda 1986-01-29 -
paul-kagame||بول كاغامي,بول كاجامي|president rwanda 2000-04-22 -
mwai-kibaki||مواي كيباكي|president kenya 2002-12-30 2013-04-09
william-ruto||وليام روتو,ويليام روتو|president kenya 2022-09-13 -
john-magufuli||جون ماغوفولي|president tanzania 2015-11-05 2021-03-17
samia-suluhu-hassan||سامية سولوهو حسن|president tanzania 2021-03-19 -
pierre-nkurunziza||بيير نكورونزيزا|president burundi 2005-08-26 2020-06-08
joseph-kabila||جوزيف كابيلا|president dr-congo 2001-01 2019-01-24
felix-tshisekedi||فيليكس تشيسيكيدي|president dr-congo 2019-01-24 -
jacob-zuma||جاكوب زوما|president south-africa 2009-05-09 2018-02-14
emmerson-mnangagwa||إيمرسون منانغاغوا,ايمرسون منانغاغوا|president zimbabwe 2017-11-24 -
goodluck-jonathan||غودلاك جوناثان,جودلاك جوناثان|president nigeria 2010-05-06 2015-05-29
bola-tinubu||بولا تينوبو|president nigeria 2023-05-29 -
mahamadou-issoufou||محمدو إيسوفو,محمد يوسوفو|president niger 2011-04-07 2021-04-02
mohamed-bazoum||محمد بازوم|president niger 2021-04-02 2023-07-26
ibrahim-boubacar-keita||إبراهيم بوبكر كيتا,إبراهيم أبو بكر كيتا|president mali 2013-09-04 2020-08-18
roch-kabore||روك مارك كريستيان كابوري|president burkina-faso 2015-12-29 2022-01-24
macky-sall||ماكي سال,ماكي صال|president senegal 2012-04-02 2024-04-02
yahya-jammeh||يحيى جامع,يحيى جامي,يحي جامع|president gambia 1996-10-18 2017-01-19
adama-barrow||آداما بارو,أداما بارو|president gambia 2017-01-19 -
alassane-ouattara||الحسن واتارا,الحسن وتارا|president ivory-coast 2011-05 -
paul-biya||بول بيا|president cameroon 1982-11-06 -
ali-bongo||علي بونغو,علي بونجو|president gabon 2009-10-16 2023-08-30
mahamat-deby||محمد إدريس ديبي|
hassan-sheikh-mohamud||حسن شيخ محمود|president somalia 2012-09-16 2017-02-16;president somalia 2022-05-23 -
mohamed-abdullahi-farmajo||محمد عبد الله فرماجو,محمد عبد الله محمد فرماجو,محمد عبدالله فرماجو,فرماجو|president somalia 2017-02-16 2022-05-23
hassan-ali-khaire||حسن علي خيري|prime-minister somalia 2017-03-01 2020-07-25
ismail-omar-guelleh||إسماعيل عمر جيله,إسماعيل عمر غيله,اسماعيل عمر جيله|president djibouti 1999-05-08 -
mohamed-ould-abdel-aziz||محمد ولد عبد العزيز,محمد ولد عبدالعزيز|president mauritania 2009-08-05 2019-08-01
mohamed-ould-ghazouani||محمد ولد الغزواني,محمد ولد الشيخ الغزواني|president mauritania 2019-08-01 -
azali-assoumani||غزالي عثماني,عثمان غزالي|
zine-el-abidine-ben-ali||زين العابدين بن علي|president tunisia 1987-11-07 2011-01-14
mehdi-jomaa||مهدي جمعة|prime-minister tunisia 2014-01-29 2015-02-06
ali-laarayedh||علي العريض|prime-minister tunisia 2013-03-14 2014-01-29
hamadi-jebali||حمادي الجبالي|prime-minister tunisia 2011-12-24 2013-03-14
elyes-fakhfakh||إلياس الفخفاخ|prime-minister tunisia 2020-02-27 2020-09-02
hichem-mechichi||هشام المشيشي|prime-minister tunisia 2020-09-02 2021-07-25
najla-bouden||نجلاء بودن|prime-minister tunisia 2021-10-11 2023-08-01
khemaies-jhinaoui||خميس الجهيناوي|foreign-minister tunisia 2016-01-12 2019-10-29
hafedh-caid-essebsi||حافظ قائد السبسي,حافظ قايد السبسي,حافظ السبسي|
mohsen-marzouk||محسن مرزوق|
sabri-boukadoum||صبري بوقادوم|foreign-minister algeria 2019-04 2021-07
abdelkader-messahel||عبد القادر مساهل,عبدالقادر مساهل|foreign-minister algeria 2017-05-25 2019-03-11
mourad-medelci||مراد مدلسي|foreign-minister algeria 2007-06-04 2013-09-11
ahmed-attaf||أحمد عطاف|foreign-minister algeria 2023-03-18 -
abdelkader-bensalah||عبد القادر بن صالح,عبدالقادر بن صالح|
noureddine-bedoui||نور الدين بدوي|
aziz-akhannouch||عزيز أخنوش|prime-minister morocco 2021-10-07 -
abbas-el-fassi||عباس الفاسي|prime-minister morocco 2007-09-19 2011-11-29
brahim-ghali||إبراهيم غالي,ابراهيم غالي|
mustafa-el-khalfi||مصطفى الخلفي|
nizar-baraka||نزار بركة|
saif-al-islam-gaddafi||سيف الإسلام القذافي,سيف الاسلام القذافي|
ali-zeidan||علي زيدان|prime-minister libya 2012-11-14 2014-03-11
abdullah-al-thinni||عبد الله الثني,عبدالله الثني|
mohamed-siala||محمد سيالة,محمد الطاهر سيالة|
najla-mangoush||نجلاء المنقوش|foreign-minister libya 2021-03-15 2023-08-28
mohamed-menfi||محمد المنفي|
khaled-al-mishri||خالد المشري|
fathi-bashagha||فتحي باشاغا,فتحي باشآغا|
osama-hamad||أسامة حماد|
ahmed-maiteeq||أحمد معيتيق|
omar-suleiman||عمر سليمان|
hazem-el-beblawi||حازم الببلاوي|prime-minister egypt 2013-07-16 2014-03-01
hesham-qandil||هشام قنديل|prime-minister egypt 2012-08-02 2013-07-08
ahmed-shafik||أحمد شفيق,احمد شفيق|prime-minister egypt 2011-01 2011-03-03
mohamed-kamel-amr||محمد كامل عمرو|foreign-minister egypt 2011-07-18 2013-07-04
badr-abdelatty||بدر عبد العاطي,بدر عبدالعاطي|foreign-minister egypt 2024-07-03 -
mohamed-hussein-tantawi||محمد حسين طنطاوي|defence-minister egypt 1991-05-20 2012-08-12
sedki-sobhi||صدقي صبحي|defence-minister egypt 2014-03-27 2018-06-14
bassam-rady||بسام راضي|
tamer-el-rifai||تامر الرفاعي|
ali-abdel-aal||علي عبد العال,علي عبدالعال|
tarek-el-molla||طارق الملا|
tarek-amer||طارق عامر|
amr-moussa||عمرو موسى,عمرو موسي|=الأمين العام لجامعة الدول العربية 2001-05-15 2011-06-30
hamdeen-sabahi||حمدين صباحي|
pope-tawadros-ii||البابا تواضروس الثاني,البابا تواضروس,تواضروس الثاني|
shawki-allam||شوقي علام|
mohamed-badie||محمد بديع|
yusuf-al-qaradawi||يوسف القرضاوي,القرضاوي|
nasr-al-hariri||نصر الحريري|
anas-al-abdah||أنس العبدة|
mohammed-alloush||محمد علوش|
salim-al-muslat||سالم المسلط|
khaled-khoja||خالد خوجة|
george-sabra||جورج صبرا|
hadi-al-bahra||هادي البحرة|
moaz-al-khatib||معاذ الخطيب|
michel-kilo||ميشيل كيلو|
burhan-ghalioun||برهان غليون|
qadri-jamil||قدري جميل|
haytham-manna||هيثم مناع|
mazloum-abdi||مظلوم عبدي|
salih-muslim||صالح مسلم|
ilham-ahmed||إلهام أحمد|
riad-darar||رياض درار|
hussein-arnous||حسين عرنوس|prime-minister syria 2020-06-11 2024-09
bassam-sabbagh||بسام صباغ|foreign-minister syria 2024-09-23 2024-12-08
asaad-al-shaibani||أسعد الشيباني|foreign-minister syria 2024-12-21 -
murhaf-abu-qasra||مرهف أبو قصرة|defence-minister syria 2024-12-21 -
maher-al-assad||ماهر الأسد|
asma-al-assad||أسماء الأسد|
hafez-al-assad||حافظ الأسد|president syria 1971-03-12 2000-06-10
farouk-al-sharaa||فاروق الشرع|foreign-minister syria 1984-03-11 2006-02-11
jihad-makdissi||جهاد مقدسي|
omran-al-zoubi||عمران الزعبي|
suheil-al-hassan||سهيل الحسن|
abdullah-al-muhaysini||عبد الله المحيسني,عبدالله المحيسني|
jalal-talabani||جلال طالباني,جلال الطالباني|president iraq 2005-04-07 2014-07-24
abdul-latif-rashid||عبد اللطيف رشيد,عبداللطيف رشيد|president iraq 2022-10-17 -
ayad-allawi||إياد علاوي,اياد علاوي|
mohammed-ali-al-hakim||محمد علي الحكيم|foreign-minister iraq 2018-10-25 2020-05
fuad-hussein||فؤاد حسين|foreign-minister iraq 2020-06 -
khaled-al-obeidi||خالد العبيدي|defence-minister iraq 2014-10-18 2016-08-25
saadoun-al-dulaimi||سعدون الدليمي|
salim-al-jabouri||سليم الجبوري|
osama-al-nujaifi||أسامة النجيفي,اسامة النجيفي|
mohammed-al-halbousi||محمد الحلبوسي,الحلبوسي|
hadi-al-amiri||هادي العامري|
abu-mahdi-al-muhandis||أبو مهدي المهندس,ابو مهدي المهندس|
qais-al-khazali||قيس الخزعلي,الخزعلي|
ammar-al-hakim||عمار الحكيم|
faleh-al-fayyad||فالح الفياض|
saad-al-hadithi||سعد الحديثي|
yahya-rasool||يحيى رسول|
tariq-al-hashimi||طارق الهاشمي|
hoshyar-abdullah||هوشيار عبد الله|
masrour-barzani||مسرور بارزاني,مسرور برزاني|
jabbar-yawar||جبار ياور|
kosrat-rasul||كوسرت رسول|
atheel-al-nujaifi||أثيل النجيفي,اثيل النجيفي|
mohammad-khatami||محمد خاتمي|president iran 1997-08-03 2005-08-03
masoud-pezeshkian||مسعود بزشكيان,بزشكيان|president iran 2024-07-28 -
manouchehr-mottaki||منوشهر متكي,منوشهر متقي|foreign-minister iran 2005-08-24 2010-12-13
akbar-hashemi-rafsanjani||علي أكبر هاشمي رفسنجاني,أكبر هاشمي رفسنجاني,هاشمي رفسنجاني,رفسنجاني|
marzieh-afkham||مرضية أفخم,مرضية افخم|
nasser-kanaani||ناصر كنعاني|
esmail-baghaei||إسماعيل بقائي,اسماعيل بقائي|
saeed-khatibzadeh||سعيد خطيب زادة,سعيد خطيب زاده|
abbas-mousavi||عباس موسوي|
mohammad-bagher-ghalibaf||محمد باقر قاليباف,قاليباف|
eshaq-jahangiri||إسحاق جهانغيري,اسحاق جهانغيري|
ali-shamkhani||علي شمخاني,شمخاني|
hossein-dehghan||حسين دهقان|defence-minister iran 2013-08-15 2017-08-20
amir-hatami||أمير حاتمي|defence-minister iran 2017-08-20 2021-08-25
mohammad-ali-jafari||محمد علي جعفري|
hossein-salami||حسين سلامي|
esmail-qaani||إسماعيل قاآني,إسماعيل قآاني,اسماعيل قاآني|
mohammad-bagheri||محمد باقري|
sadeq-larijani||صادق لاريجاني,صادق آملي لاريجاني|
behrouz-kamalvandi||بهروز كمالوندي|
bijan-zanganeh||بيجن زنغنه,بيجن زنكنه,بيغن زنغنه|
mir-hossein-mousavi||مير حسين موسوي|
mehdi-karroubi||مهدي كروبي|
maryam-rajavi||مريم رجوي|
mohsen-rezaei||محسن رضائي|
javad-larijani||محمد جواد لاريجاني|
cevdet-yilmaz||جودت يلماز|
yasar-guler||يشار غولر,يشار جولر,يشار غولار|defence-minister turkey 2023-06-03 -
fikri-isik||فكري إشيق,فكري ايشيق,فكري إيشيك|defence-minister turkey 2016-05-24 2017-07-19
nurettin-canikli||نور الدين جانيكلي|defence-minister turkey 2017-07-19 2018-07-09
ismet-yilmaz||عصمت يلماز|defence-minister turkey 2011-07-06 2015-07-03
feridun-sinirlioglu||فريدون سينيرلي أوغلو|foreign-minister turkey 2015-08-28 2015-11-24
suleyman-soylu||سليمان صويلو|
numan-kurtulmus||نعمان قورتولموش,نعمان كورتولموش|
bekir-bozdag||بكر بوزداغ,بكر بوزداج|
omer-celik||عمر جليك,عمر تشيليك|
fahrettin-altun||فخر الدين ألطون,فخرالدين ألطون|
tanju-bilgic||تانجو بيلغيتش|
hami-aksoy||حامي أقصوي|
ekrem-imamoglu||أكرم إمام أوغلو,إمام أوغلو|
devlet-bahceli||دولت بهجلي,دولت بهتشلي|
meral-aksener||ميرال أقشنر,ميرال أكشينار|
berat-albayrak||بيرات ألبيرق,براءت ألبيرق|
mehmet-simsek||محمد شيمشك,محمد شمشك|
veysi-kaynak||ويسي قايناق,فيسي كايناك|
figen-yuksekdag||فيغين يوكسيكداغ|
ehud-olmert||إيهود أولمرت,ايهود اولمرت|prime-minister israel 2006-04-14 2009-03-31
ariel-sharon||أرييل شارون,أريئيل شارون,ارييل شارون|prime-minister israel 2001-03-07 2006-04-14
israel-katz||يسرائيل كاتس,إسرائيل كاتس,يسرائيل كاتز|defence-minister israel 2024-11-08 -
gabi-ashkenazi||غابي أشكنازي,غابي اشكنازي,جابي أشكنازي|foreign-minister israel 2020-05-17 2021-06-13
eli-cohen||إيلي كوهين,ايلي كوهين|foreign-minister israel 2022-12-29 2024-01-01
gideon-saar||جدعون ساعر|foreign-minister israel 2024-11-08 -
itamar-ben-gvir||إيتمار بن غفير,ايتمار بن غفير,بن غفير|
bezalel-smotrich||بتسلئيل سموتريتش,سموتريتش|
gilad-erdan||غلعاد إردان,جلعاد أردان,جلعاد إردان,غلعاد أردان|
ayelet-shaked||إيليت شاكيد,أييليت شاكيد|
gadi-eisenkot||غادي أيزنكوت,غادي إيزنكوت,جادي أيزنكوت|
aviv-kochavi||أفيف كوخافي|
herzi-halevi||هرتسي هاليفي,هيرتسي هليفي|
daniel-hagari||دانيال هاغاري,دانيال هاجاري|
yossi-cohen||يوسي كوهين|
danny-danon||داني دانون|
ron-dermer||رون ديرمر|
mark-regev||مارك ريغيف,مارك ريجيف|
ofir-gendelman||أوفير جندلمان,أوفير غندلمان|
emmanuel-nahshon||إيمانويل نحشون,عمانوئيل نحشون|
micky-rosenfeld||ميكي روزنفيلد|
yasser-arafat||ياسر عرفات|president palestine 1996-01-20 2004-11-11
salam-fayyad||سلام فياض|prime-minister palestine 2007-06-15 2013-06-06
hussein-al-sheikh||حسين الشيخ|
hanan-ashrawi||حنان عشراوي,عشراوي|
mohammed-dahlan||محمد دحلان,دحلان|
marwan-barghouti||مروان البرغوثي|
mustafa-barghouti||مصطفى البرغوثي|
jibril-rajoub||جبريل الرجوب|
azzam-al-ahmad||عزام الأحمد|
riyad-mansour||رياض منصور|
yousef-al-mahmoud||يوسف المحمود|
fawzi-barhoum||فوزي برهوم|
sami-abu-zuhri||سامي أبو زهري,سامي ابو زهري|
hazem-qassem||حازم قاسم|
mousa-abu-marzouk||موسى أبو مرزوق,موسى ابو مرزوق|
saleh-al-arouri||صالح العاروري|
osama-hamdan||أسامة حمدان|
khalil-al-hayya||خليل الحية|
mahmoud-al-zahar||محمود الزهار|
mohammed-deif||محمد الضيف|
abu-obeida||أبو عبيدة,ابو عبيدة|
ziyad-al-nakhalah||زياد النخالة|
ramadan-shalah||رمضان شلح,رمضان عبد الله شلح|
khader-adnan||خضر عدنان|
ahed-tamimi||عهد التميمي|
ashraf-al-qedra||أشرف القدرة,اشرف القدرة|
atallah-hanna||عطا الله حنا|
emile-lahoud||إميل لحود,اميل لحود|president lebanon 1998-11-24 2007-11-24
joseph-aoun||جوزيف عون,جوزاف عون|president lebanon 2025-01-09 -
nawaf-salam||نواف سلام|prime-minister lebanon 2025-02-08 -
fouad-siniora||فؤاد السنيورة|prime-minister lebanon 2005-07-19 2009-11-09
abdallah-bou-habib||عبد الله بو حبيب,عبدالله بوحبيب|foreign-minister lebanon 2021-09-10 2025-02-08
adnan-mansour||عدنان منصور|foreign-minister lebanon 2011-06-13 2014-02-15
naim-qassem||نعيم قاسم|
hashem-safieddine||هاشم صفي الدين|
mohammad-raad||محمد رعد|
bechara-al-rai||بشارة بطرس الراعي,بشارة الراعي|
ashraf-rifi||أشرف ريفي,اشرف ريفي|
nohad-machnouk||نهاد المشنوق|
riad-salameh||رياض سلامة|
abbas-ibrahim||عباس إبراهيم,عباس ابراهيم|
sleiman-frangieh||سليمان فرنجية|
jean-kahwaji||جان قهوجي|
ali-hassan-khalil||علي حسن خليل|
abdullah-ensour||عبد الله النسور,عبدالله النسور|prime-minister jordan 2012-10-11 2016-05-29
bisher-al-khasawneh||بشر الخصاونة|prime-minister jordan 2020-10-12 2024-09-15
jafar-hassan||جعفر حسان|prime-minister jordan 2024-09-15 -
queen-rania||الملكة رانيا|
jumana-ghunaimat||جمانة غنيمات|
ali-bin-al-hussein||علي بن الحسين,الأمير علي بن الحسين|
king-fahd||الملك فهد بن عبد العزيز|
sultan-bin-abdulaziz||الأمير سلطان بن عبد العزيز,سلطان بن عبدالعزيز|
muqrin-bin-abdulaziz||مقرن بن عبد العزيز,مقرن بن عبدالعزيز|crown-prince saudi-arabia 2015-01-23 2015-04-29
abdulaziz-bin-salman||عبد العزيز بن سلمان,عبدالعزيز بن سلمان|
ali-al-naimi||علي النعيمي|
mohammed-al-jadaan||محمد الجدعان|
awwad-al-awwad||عواد العواد|
abdullah-al-muallimi||عبد الله المعلمي,عبدالله المعلمي|
mansour-al-turki||منصور التركي|
saud-al-qahtani||سعود القحطاني|
turki-al-sheikh||تركي آل الشيخ|
abdulaziz-al-sheikh||عبد العزيز آل الشيخ,عبدالعزيز آل الشيخ|
salman-al-ouda||سلمان العودة|
abdulrahman-al-sudais||عبد الرحمن السديس,عبدالرحمن السديس|
turki-al-faisal||تركي الفيصل|
alwaleed-bin-talal||الوليد بن طلال|
khalid-bin-abdulaziz-al-faisal||خالد الفيصل|
osama-naqli||أسامة نقلي|
amin-nasser||أمين الناصر|
loujain-al-hathloul||لجين الهذلول|
raif-badawi||رائف بدوي|
hamad-bin-khalifa||حمد بن خليفة آل ثاني,حمد بن خليفة|emir qatar 1995-06-27 2013-06-25
hamad-bin-jassim||حمد بن جاسم آل ثاني,حمد بن جاسم|prime-minister qatar 2007-04-03 2013-06-26;foreign-minister qatar 1992-09-01 2013-06-26
abdullah-bin-nasser||عبد الله بن ناصر آل ثاني,عبدالله بن ناصر آل ثاني|prime-minister qatar 2013-06-26 2020-01-28
lolwah-al-khater||لولوة الخاطر|
majed-al-ansari||ماجد الأنصاري|
mohammed-bin-saad-al-rumaihi||محمد الرميحي|
mishal-al-ahmad||مشعل الأحمد الجابر الصباح,مشعل الأحمد الصباح,مشعل الأحمد|emir kuwait 2023-12-16 -
jaber-al-mubarak||جابر المبارك الحمد الصباح,جابر المبارك الصباح,جابر المبارك|prime-minister kuwait 2011-11-30 2019-11-19
khaled-al-jarallah||خالد الجار الله,خالد الجارالله|
marzouq-al-ghanim||مرزوق الغانم|
salman-bin-hamad||سلمان بن حمد آل خليفة,سلمان بن حمد|crown-prince bahrain 1999-03-09 -;prime-minister bahrain 2020-11-11 -
khalifa-bin-salman||خليفة بن سلمان آل خليفة,خليفة بن سلمان|prime-minister bahrain 1971-12-16 2020-11-11
isa-qassim||عيسى قاسم|
badr-al-busaidi||بدر البوسعيدي,بدر بن حمد البوسعيدي|foreign-minister oman 2020-08-18 -
suhail-al-mazrouei||سهيل المزروعي,سهيل بن محمد المزروعي|
yousef-al-otaiba||يوسف العتيبة|
dhahi-khalfan||ضاحي خلفان|
lana-nusseibeh||لانا نسيبة|
reem-al-hashimy||ريم الهاشمي|
sultan-al-jaber||سلطان الجابر|
maeen-abdulmalik||معين عبد الملك,معين عبدالملك|prime-minister yemen 2018-10-15 2024-02-05
ahmed-awad-bin-mubarak||أحمد عوض بن مبارك,أحمد بن مبارك|
rashad-al-alimi||رشاد العليمي|
ali-mohsen-al-ahmar||علي محسن الأحمر,علي محسن صالح|
abu-bakr-al-qirbi||أبو بكر القربي,ابو بكر القربي|foreign-minister yemen 2001-04 2014-06
riad-yassin||رياض ياسين|
mohammed-basindawa||محمد سالم باسندوة,محمد باسندوة|prime-minister yemen 2011-12-07 2014-09-21
aidarous-al-zubaidi||عيدروس الزبيدي|
tareq-saleh||طارق محمد عبدالله صالح|
mahdi-al-mashat||مهدي المشاط|
mohammed-ali-al-houthi||محمد علي الحوثي|
saleh-al-sammad||صالح الصماد|
yahya-saree||يحيى سريع|
muammar-al-eryani||معمر الإرياني,معمر الارياني|
hisham-sharaf||هشام شرف|
tawakkol-karman||توكل كرمان|
ahmed-ali-saleh||أحمد علي عبد الله صالح,أحمد علي عبدالله صالح|
ali-karti||علي كرتي|
sadiq-al-mahdi||الصادق المهدي|
hassan-al-turabi||حسن الترابي,الترابي|
ali-osman-taha||علي عثمان محمد طه,علي عثمان طه|
bakri-hassan-saleh||بكري حسن صالح|
al-dirdiri-mohamed-ahmed||الدرديري محمد أحمد|
awad-ibn-auf||عوض بن عوف|
shams-al-din-kabbashi||شمس الدين كباشي,شمس الدين الكباشي|
minni-minnawi||مني أركو مناوي,مني مناوي|
john-garang||جون قرنق,جون غارانغ|
pagan-amum||باقان أموم|
volker-perthes||فولكر بيرتس|
nickolay-mladenov||نيكولاي ملادينوف,نيكولاي ميلادينوف,ملادينوف|
jan-kubis||يان كوبيش,يان كوبيتش|
jeanine-hennis-plasschaert||جينين هينيس بلاسخارت,جينين بلاسخارت,بلاسخارت|
stephanie-williams||ستيفاني وليامز,ستيفاني ويليامز|
abdoulaye-bathily||عبد الله باتيلي,عبدالله باتيلي|
hans-grundberg||هانس غروندبرغ,هانس جروندبرج,هانس جروندبرغ|=المبعوث الأممي إلى اليمن 2021-08-06 -
tarek-mitri||طارق متري|=المبعوث الأممي إلى ليبيا 2012-09 2014-08
jan-egeland||يان إيغلاند,يان ايغلاند,يان إيجلاند,إيغلاند|
panos-moumtzis||بانوس مومتزيس|
paulo-pinheiro||باولو بينيرو,باولو بينهيرو|
rolando-gomez||رولاندو غوميز|
jens-laerke||ينس لايركه,ينس لاركيه|
lise-grande||ليز غراندي,ليز جراندي|
jamie-mcgoldrick||جيمي مكغولدريك,جيمي ماكغولدريك|
valerie-amos||فاليري آموس,فاليري أموس|
navi-pillay||نافي بيلاي,نافي بيلاى|
volker-turk||فولكر تورك|
ravina-shamdasani||رافينا شامداساني|
rupert-colville||روبرت كولفيل|
philippe-lazzarini||فيليب لازاريني,لازاريني|
pierre-krahenbuhl||بيير كرينبول,بيير كرهينبول|
chris-gunness||كريس غانيس,كريس جانيس|
tom-fletcher||توم فليتشر|
cindy-mccain||سيندي ماكين|
david-beasley||ديفيد بيزلي|
audrey-azoulay||أودري أزولاي|
irina-bokova||إيرينا بوكوفا,ايرينا بوكوفا|
margaret-chan||مارغريت تشان,مارجريت تشان|=مدير عام منظمة الصحة العالمية 2007-01-04 2017-06-30
fatou-bensouda||فاتو بنسودا,فاتو بن سودا,بنسودا|
karim-khan||كريم خان|
luis-moreno-ocampo||لويس مورينو أوكامبو,أوكامبو|
ahmet-uzumcu||أحمد أوزومجو,أحمد أوزمجو|
fernando-arias||فرناندو أرياس|
dominique-strauss-kahn||دومينيك ستروس كان,دومينيك شتراوس كان|=مدير صندوق النقد الدولي 2007-11-01 2011-05-18
kristalina-georgieva||كريستالينا غورغييفا,كريستالينا جورجيفا,كريستالينا جورجييفا|=مديرة صندوق النقد الدولي 2019-10-01 -
jim-yong-kim||جيم يونغ كيم,جيم يونج كيم|
david-malpass||ديفيد مالباس|
ajay-banga||أجاي بانغا|
roberto-azevedo||روبرتو أزيفيدو|
jihad-azour||جهاد أزعور|
david-lipton||ديفيد ليبتون|
mohammed-barkindo||محمد باركيندو|=الأمين العام لأوبك 2016-08-01 2022-07-05
haitham-al-ghais||هيثم الغيص|=الأمين العام لأوبك 2022-08-01 -
fatih-birol||فاتح بيرول|
jose-manuel-barroso||جوزيه مانويل باروزو,خوسيه مانويل باروسو,باروزو|=رئيس المفوضية الأوروبية 2004-11-22 2014-10-31
herman-van-rompuy||هيرمان فان رومبوي,هرمان فان رومبوي|=رئيس المجلس الأوروبي 2009-12-01 2014-11-30
javier-solana||خافيير سولانا|
roberta-metsola||روبرتا ميتسولا|
david-sassoli||ديفيد ساسولي|
martin-schulz||مارتن شولتز,مارتن شولتس|
cecilia-malmstrom||سيسيليا مالمستروم,مالمستروم|
dimitris-avramopoulos||ديميتريس أفراموبولوس|
johannes-hahn||يوهانس هان|
maja-kocijancic||مايا كوسيانيتش,مايا كوتشيانيتش|
peter-stano||بيتر ستانو|
curtis-scaparrotti||كورتيس سكاباروتي|
iyad-madani||إياد مدني,اياد مدني|
yousef-al-othaimeen||يوسف العثيمين,يوسف بن أحمد العثيمين|
hossam-zaki||حسام زكي|
nayef-al-hajraf||نايف الحجرف|=الأمين العام لمجلس التعاون الخليجي 2020-02-01 2023-01-31;=الأمين العام لمجلس التعاون لدول الخليج العربية 2020-02-01 2023-01-31
jasem-al-budaiwi||جاسم البديوي,جاسم محمد البديوي|=الأمين العام لمجلس التعاون الخليجي 2023-02-01 -;=الأمين العام لمجلس التعاون لدول الخليج العربية 2023-02-01 -
nkosazana-dlamini-zuma||نكوسازانا دلاميني زوما|=رئيس مفوضية الاتحاد الأفريقي 2012-10-15 2017-03-14
sarah-leah-whitson||سارة ليا ويتسن,سارة ليا ويتسون|
kenneth-roth||كينيث روث|
nadim-houry||نديم حوري|
lama-fakih||لمى فقيه|
agnes-callamard||أنييس كالامار,أنييس كالامارد|
salil-shetty||سليل شتي,سليل شيتي|
lynn-maalouf||لين معلوف|
peter-maurer||بيتر مورير,بيتر ماورير|
robert-mardini||روبير مارديني|
pope-benedict-xvi||البابا بنديكت السادس عشر,البابا بنديكتوس السادس عشر|=بابا الفاتيكان 2005-04-19 2013-02-28
pope-leo-xiv||البابا ليو الرابع عشر,البابا لاوون الرابع عشر|=بابا الفاتيكان 2025-05-08 -
ecumenical-patriarch-bartholomew||البطريرك برثلماوس|
dalai-lama||الدالاي لاما|
sepp-blatter||جوزيف بلاتر,سيب بلاتر|
gianni-infantino||جياني إنفانتينو,جاني إنفانتينو,إنفانتينو|
michel-platini||ميشيل بلاتيني,ميشال بلاتيني|
zinedine-zidane||زين الدين زيدان|
jose-mourinho||جوزيه مورينيو,مورينيو|
pep-guardiola||بيب غوارديولا,بيب جوارديولا,غوارديولا|
jurgen-klopp||يورغن كلوب,يورجن كلوب|
bill-gates||بيل غيتس,بيل جيتس|
jeff-bezos||جيف بيزوس|
tim-cook||تيم كوك|
sundar-pichai||سوندار بيتشاي|
sheryl-sandberg||شيريل ساندبرغ,شيريل ساندبرج|
malala-yousafzai||ملالا يوسفزاي,مالالا يوسف زاي|
nadia-murad||نادية مراد|
greta-thunberg||غريتا تونبرغ,جريتا تونبرج|
angelina-jolie||أنجلينا جولي,انجلينا جولي|
george-soros||جورج سوروس|
raed-al-saleh||رائد الصالح|
abu-qatada||أبو قتادة,ابو قتادة|
abu-musab-al-zarqawi||أبو مصعب الزرقاوي,ابو مصعب الزرقاوي|
abubakar-shekau||أبو بكر شيكاو,أبوبكر شيكاو,شيكاو|
anders-behring-breivik||أندرس بيرينغ بريفيك,أندرس بريفيك|
yulia-skripal||يوليا سكريبال|
"""

"""Words and sentences that the generated practices are made of.

Everything here is made up for the benchmark. A sentence has gaps: `{nom}`, `{gen}` and so on are filled with a compound
noun in that case, `{town_in}` with a town, `{number}`, `{percent}`, `{date}` and `{slug}` with what they say.
"""

CASES = ("nom", "gen", "par", "ine", "ela", "ill", "ade", "plural")

# The last part of a compound, in the order of CASES.
HEADS = [line.split() for line in """
toimintatapa toimintatavan toimintatapaa toimintatavassa toimintatavasta toimintatapaan toimintatavalla toimintatapoja
palvelu palvelun palvelua palvelussa palvelusta palveluun palvelulla palveluita
verkosto verkoston verkostoa verkostossa verkostosta verkostoon verkostolla verkostoja
ryhmä ryhmän ryhmää ryhmässä ryhmästä ryhmään ryhmällä ryhmiä
tiimi tiimin tiimiä tiimissä tiimistä tiimiin tiimillä tiimejä
ohjaus ohjauksen ohjausta ohjauksessa ohjauksesta ohjaukseen ohjauksella ohjauksia
valmennus valmennuksen valmennusta valmennuksessa valmennuksesta valmennukseen valmennuksella valmennuksia
kartoitus kartoituksen kartoitusta kartoituksessa kartoituksesta kartoitukseen kartoituksella kartoituksia
keskustelu keskustelun keskustelua keskustelussa keskustelusta keskusteluun keskustelulla keskusteluja
seuranta seurannan seurantaa seurannassa seurannasta seurantaan seurannalla seurantoja
neuvonta neuvonnan neuvontaa neuvonnassa neuvonnasta neuvontaan neuvonnalla neuvontoja
toiminta toiminnan toimintaa toiminnassa toiminnasta toimintaan toiminnalla toimintoja
arvio arvion arviota arviossa arviosta arvioon arviolla arvioita
suunnitelma suunnitelman suunnitelmaa suunnitelmassa suunnitelmasta suunnitelmaan suunnitelmalla suunnitelmia
käynti käynnin käyntiä käynnissä käynnistä käyntiin käynnillä käyntejä
polku polun polkua polussa polusta polkuun polulla polkuja
tuki tuen tukea tuessa tuesta tukeen tuella tukia
työ työn työtä työssä työstä työhön työllä töitä
kysely kyselyn kyselyä kyselyssä kyselystä kyselyyn kyselyllä kyselyitä
koulutus koulutuksen koulutusta koulutuksessa koulutuksesta koulutukseen koulutuksella koulutuksia
menettely menettelyn menettelyä menettelyssä menettelystä menettelyyn menettelyllä menettelyjä
piste pisteen pistettä pisteessä pisteestä pisteeseen pisteellä pisteitä
hanke hankkeen hanketta hankkeessa hankkeesta hankkeeseen hankkeella hankkeita
kokeilu kokeilun kokeilua kokeilussa kokeilusta kokeiluun kokeilulla kokeiluja
""".strip().splitlines()]

# What a compound begins with; two of them may stand before a head.
STEMS = """
arki asukas asiakas avo digi elintapa esi etsivä haku harrastus henkilöstö hoiva huoli hyvinvointi ikä ilta järjestö
jalkautuva johtamis joustava kasvatus keho kieli kirjasto kohtaamis kokemus kokous kotiutus kotoutumis koulu kriisi kulttuuri
kumppani kunta kuntoutus kylä lapsi lähi läheis lääke liikkuva liikunta lukio luonto läsnäolo media mielen mobiili muisti
neuvola nuoriso omais opinto oppilas osallisuus palaute palvelu parisuhde perhe pienryhmä päihde päiväkoti rauhoittumis ravinto
rinnakkais saapumis saattaja seniori siirtymä sosiaali sovittelu suru suunnittelu taide taito talous tapaturma terveys tieto
toimeentulo tulkkaus tunne turva tutor työelämä työhön unen vaikuttavuus valinta vamma vanhemmuus varhais vastaanotto vertais
verkko vireys viestintä virike voimavara vuoro yhteis yhteisö yksilö yö yrittäjä
""".split()

# A town, the same with “in”, and the county that it lies in.
TOWNS = [tuple(part.strip() for part in line.split("|")) for line in """
Porvoo | Porvoossa | Itä-Uudenmaan hyvinvointialue
Järvenpää | Järvenpäässä | Keski-Uudenmaan hyvinvointialue
Espoo | Espoossa | Länsi-Uudenmaan hyvinvointialue
Vantaa | Vantaalla | Vantaan ja Keravan hyvinvointialue
Turku | Turussa | Varsinais-Suomen hyvinvointialue
Pori | Porissa | Satakunnan hyvinvointialue
Hämeenlinna | Hämeenlinnassa | Kanta-Hämeen hyvinvointialue
Tampere | Tampereella | Pirkanmaan hyvinvointialue
Lempäälä | Lempäälässä | Pirkanmaan hyvinvointialue
Lahti | Lahdessa | Päijät-Hämeen hyvinvointialue
Kouvola | Kouvolassa | Kymenlaakson hyvinvointialue
Lappeenranta | Lappeenrannassa | Etelä-Karjalan hyvinvointialue
Mikkeli | Mikkelissä | Etelä-Savon hyvinvointialue
Kuopio | Kuopiossa | Pohjois-Savon hyvinvointialue
Iisalmi | Iisalmessa | Pohjois-Savon hyvinvointialue
Joensuu | Joensuussa | Pohjois-Karjalan hyvinvointialue
Jyväskylä | Jyväskylässä | Keski-Suomen hyvinvointialue
Jämsä | Jämsässä | Keski-Suomen hyvinvointialue
Seinäjoki | Seinäjoella | Etelä-Pohjanmaan hyvinvointialue
Vaasa | Vaasassa | Pohjanmaan hyvinvointialue
Kokkola | Kokkolassa | Keski-Pohjanmaan hyvinvointialue
Oulu | Oulussa | Pohjois-Pohjanmaan hyvinvointialue
Kajaani | Kajaanissa | Kainuun hyvinvointialue
Rovaniemi | Rovaniemellä | Lapin hyvinvointialue
""".strip().splitlines()]

FUNDERS = [
    "Sosiaali- ja terveysministeriö", "Opetus- ja kulttuuriministeriö", "Muu EU-rahoitus", "Kunnan oma rahoitus",
    "Hyvinvointialueen oma rahoitus", "Opetushallitus", "Sosiaali- ja terveysjärjestöjen avustuskeskus",
    "Euroopan sosiaalirahasto plus (2021–2027)", "Suomen kestävän kasvun ohjelma", "Järjestön oma rahoitus",
    "Terveyden edistämisen määräraha", "Kansallinen lapsistrategia",
]
STAGES = ["Idea", "Suunnittelu", "Kokeilu", "Käyttöönotto", "Valmis"]
FIRST_NAMES = "Anni Antti Eino Elina Heikki Ilona Juho Kerttu Lauri Maija Niko Outi Paavo Raili Saku Tuula".split()
LAST_NAMES = "Aalto Anttila Hakala Halonen Jokinen Kallio Koivisto Lahtinen Leppänen Manninen Pitkänen Rinne Savolainen".split()

TITLES = [
    "{Nom} {town_in}", "{Gen} toimintamalli {town_in}", "{Nom} osaksi {par}", "{Nom} ja {nom} samassa paikassa {town_in}",
    "Yhteinen {nom} {town_in}", "{Nom} {gen} rinnalla {town_in}",
]

SUMMARIES = [
    "{Town_in} on otettu käyttöön {nom}, jonka avulla {nom} alkaa aiemmin kuin ennen. Vastuut ja aikataulu on kirjattu yhteen paikkaan, jonka kaikki löytävät.",
    "Mallissa {nom} ja {nom} sovitaan yhdellä kertaa. Asukas kertoo tilanteestaan vain kerran ja tietää heti, kuka hänen asiassaan jatkaa.",
    "Pieni työryhmä {town_in} kokosi ohjeen siitä, miten {nom} hoidetaan. Ohje sopii myös muille, jotka vasta suunnittelevat {par} omalle alueelleen.",
]

# Heading, its share of the words, and its sentences.
SECTIONS = [
    ("Ratkaisun perusidea", 0.19, """
Malli kertoo, milloin {nom} aloitetaan, kuka sen aloittaa ja milloin se päättyy.
Jokaiselle nimetään yksi työntekijä, joka pitää huolta siitä, että {nom} etenee sovitusti.
Tärkein muutos aiempaan on se, että **{nom} tuodaan sinne, missä ihmiset muutenkin ovat**.
Ennen ensimmäistä tapaamista tehdään lyhyt {nom}, johon asukas vastaa omin sanoin.
Samalla käynnillä sovitaan {ela} ja siitä, tarvitaanko lisäksi {par}.
Jos {nom} ei riitä, mukaan kutsutaan {nom} viimeistään kahden viikon päästä.
Ajatus syntyi, kun {ine} huomattiin sama asia moneen kertaan eri yksiköissä.
Kaikki tieto kirjataan yhteen lomakkeeseen, jota sekä {nom} että {nom} käyttävät.
Mallin nimi tulee siitä, että {nom} toimii *kuin silta* kodin ja palvelujen välillä.
Työtapa on kevyt: se perustuu {ill} ja kolmeen kysymykseen, jotka kaikki osaavat esittää.
"""),
    ("Toimintaympäristö", 0.21, """
{Town_in} asuu noin {number} ihmistä, joille {nom} on tarkoitettu.
Ennen kokeilua {nom} oli hajallaan usean toimijan vastuulla, eikä kokonaisuutta johtanut kukaan.
Välimatkat ovat pitkiä, joten {nom} järjestetään osittain etänä ja osittain lähellä kotia.
Alueen strategiassa luvataan {par} kaikille, mutta rahoitus on ollut epävarmaa.
Vuoden {year} muutos siirsi osan tehtävistä kunnalta hyvinvointialueelle, ja {nom} jäi väliin.
Paikalliset järjestöt tarjoavat {par}, ja yhteistyö niiden kanssa on sujunut hyvin.
Henkilöstön vaihtuvuus on ollut suurta, mikä näkyy {ine} ja jonojen pituudessa.
Tilat saatiin kunnalta, ja {nom} mahtui samaan taloon kuin kirjasto.
Naapurikunnissa toimi jo {nom}, jolta saatiin ohjeita ja lomakkeita.
Lakisääteinen {nom} jatkuu ennallaan; malli täydentää sitä eikä korvaa mitään.
"""),
    ("Kohderyhmä ja asiakasymmärrys", 0.15, """
Ensisijainen kohderyhmä ovat ne, joille {nom} on tähän asti tullut liian myöhään.
Kehittämiseen osallistui {number} asukasta, joista osa tuli mukaan {gen} kautta.
Haastatteluissa kerrottiin, että {nom} tuntui vieraalta ja paperit vaikeilta.
Toiveena oli, että sama ihminen vastaa, kun {nom} on kesken.
Ruotsinkielisille järjestettiin oma {nom}, ja selkokielinen ohje tehtiin kaikille.
Myös läheiset saavat {par}, jos asukas itse niin haluaa.
Kyselyyn vastasi {percent} prosenttia niistä, joille {nom} oli tuttu.
Kokemusasiantuntija luki jokaisen tekstin ja poisti {ela} sanat, joita ei ymmärretty.
"""),
    ("Toimivuuden ja käyttöönoton ehdot", 0.17, """
Käyttöönotto onnistuu, kun {nom} on kirjattu vuosikelloon ja esihenkilö seuraa sitä.
Aloittamiseen kuluu noin {percent} työpäivää, joista suurin osa menee {ill}.
Tarvitaan vähintään kaksi työntekijää, jotta {nom} ei katkea lomien aikana.
Tietosuojasta sovitaan ennen kuin {nom} aloitetaan, sillä tietoja käsittelee usea rekisterinpitäjä.
Kustannukset olivat {number} euroa vuodessa, ja niistä maksettiin {nom} ja tilat.
Malli ei toimi, jos {nom} jää yhden innostuneen ihmisen varaan.
Perehdytys kestää puoli päivää, ja siihen kuuluu {nom} sekä yhteinen harjoittelu.
Johdon tuki näkyi siinä, että {ill} varattiin aikaa myös kiireisinä viikkoina.
"""),
    ("Arvioinnin tulokset tiivistettynä", 0.13, """
Ensimmäisen vuoden aikana {nom} tavoitti {number} ihmistä.
Odotusaika lyheni {percent} päivästä kymmeneen, kun {nom} otettiin käyttöön.
Palautteen perusteella {percent} prosenttia suosittelisi mallia, ja {nom} sai parhaat arviot.
Vertailuryhmää ei ollut, joten muutosta ei voi lukea yksin {gen} ansioksi.
Työntekijät kertoivat, että {nom} selkeytti työnjakoa {ine}.
Seuranta jatkuu {date} asti, ja sen jälkeen {nom} arvioidaan uudelleen.
Odotettua vähemmän muuttui se, miten {nom} ja {nom} kulkevat yhdessä.
"""),
    ("Vinkit toimintamallin soveltajille", 0.15, """
Aloittakaa yhdestä yksiköstä ja kertokaa siitä muille vasta, kun {nom} sujuu.
Kysykää ensin asukkailta, millaista {par} he kaipaavat.
Älkää tehkö uutta lomaketta, jos entinen {nom} riittää.
Pitäkää {nom} lyhyenä: puoli tuntia viikossa oli meille sopiva.
Sopikaa etukäteen, mistä {nom} tunnistaa onnistuneensa.
Valmis pohja ja ohjeet ovat [{gen} sivulla](https://example.org/{slug}).
Varautukaa siihen, että {nom} herättää aluksi kysymyksiä {ine}.
Juhlikaa sitä, että {nom} on valmis, ja kutsukaa mukaan myös {nom}.
"""),
]
SECTIONS = [(heading, share, text.strip().splitlines()) for heading, share, text in SECTIONS]

# What some practices hold beside text; to the peers these are fenced blocks of code.
STEPS = """```portaat
- kynnys: {nom}
  otsikko: {Nom} alkaa
  toimet:
    - Nimetään työntekijä, joka vastaa asiasta.
    - Kirjataan sovitut asiat ja seuraava päivä.
- kynnys: kaksi viikkoa
  otsikko: Mukaan tulee {nom}
  toimet:
    - Arvioidaan, mitä on jo tehty.
- otsikko: {Nom} päättyy
  toimet:
    - Kootaan palaute ja sovitaan yhteydenpidosta.
```"""
TABLE = """```taulukko
otsikko: {Nom} lukuina
| Vuosi | {Nom} | {Nom} |
|---|---|---|
| 2022 | {number} | {percent} |
| 2023 | {number} | {percent} |
| 2024 | {number} | {percent} |
```"""
NOTE = """```huomio
Ennen kuin {nom} alkaa, on **tietosuoja** tarkistettu yhdessä.
```"""
QUOTE = "> ”{Nom} oli ensimmäinen paikka, jossa minulta kysyttiin, mitä itse haluan.”"

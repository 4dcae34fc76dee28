import Diagnosing

/// The rules that a piece of YAML must meet before anything can be said of its content.
public enum YAMLRules {
  public static let all = [
    unquotedColon, missingSpace, notAKey, strangeBlank, indentation, tightItem, itemMark, unterminatedQuote,
    textAfterQuote,
    backslash, unclosedBracket, specialCharacter, hash, reference, secondDocument, keyNotText, tooLarge, syntax,
  ]

  static let unquotedColon = Rule(
    "yaml-unquoted-colon", .error,
    title: Localized(
      fi: "Arvo, jossa on kaksoispiste ja väli, kirjoitetaan lainausmerkkeihin",
      sv: "Ett värde med kolon och mellanslag skrivs inom citattecken",
      en: "A value that holds a colon and a space is written in quotes"),
    explanation: Localized(
      fi:
        "Kentän nimen ja arvon erottaa kaksoispiste ja väli. Jos sama pari on myös arvossa, ohjelma ei tiedä, kumpi erottaa. "
        + "Lainausmerkit kertovat, että kaikki niiden välissä on arvoa.",
      sv:
        "Kolon och mellanslag skiljer fältets namn från värdet. Finns samma par i värdet vet programmet inte vilket som skiljer. "
        + "Citattecken visar att allt mellan dem hör till värdet.",
      en:
        "A colon and a space separate a field's name from its value. When the value holds the same pair, the program cannot tell "
        + "which one separates. Quotes say that all between them is the value."),
    example: RuleExample(
      wrong: "nimi: Läsnäolon malli: yhdessä kouluun",
      right: "nimi: \"Läsnäolon malli: yhdessä kouluun\""))

  static let missingSpace = Rule(
    "yaml-missing-space", .error,
    title: Localized(
      fi: "Kentän nimen kaksoispisteen jälkeen tulee väli",
      sv: "Efter kolonet i ett fältnamn kommer ett mellanslag",
      en: "A space follows the colon of a field's name"),
    explanation: Localized(
      fi: "Ilman väliä rivi on yhtä sanaa eikä kenttä ja sen arvo.",
      sv: "Utan mellanslag är raden ett enda ord och inte ett fält med ett värde.",
      en: "Without the space the line is one word, not a field and its value."),
    example: RuleExample(wrong: "vaihe:Kokeilu", right: "vaihe: Kokeilu"))

  static let notAKey = Rule(
    "yaml-not-a-field", .error,
    title: Localized(
      fi: "Jokainen rivi alkaa kentän nimellä ja kaksoispisteellä tai on sisennetty jatko",
      sv: "Varje rad börjar med ett fältnamn och kolon eller är en indragen fortsättning",
      en: "Every line starts with a field's name and a colon, or is an indented continuation"),
    explanation: Localized(
      fi: "Pitkän arvon voi jakaa riveille, kun jatkorivit sisennetään kahdella välillä.",
      sv: "Ett långt värde kan delas på flera rader om fortsättningsraderna dras in med två mellanslag.",
      en: "A long value may run over several lines when those after the first are indented by two spaces."),
    example: RuleExample(
      wrong: "Malli on koottu kunnan", right: "  Malli on koottu kunnan"))

  static let strangeBlank = Rule(
    "yaml-tab", .error,
    title: Localized(
      fi: "Sisennykseen käytetään tavallisia välilyöntejä, ei sarkainta eikä sitovaa välilyöntiä",
      sv: "Indrag görs med vanliga mellanslag, inte med tabb eller hårt mellanslag",
      en: "Indentation is made of ordinary spaces, not of tabs or no-break spaces"),
    explanation: Localized(
      fi:
        "Sarkaimen leveys vaihtelee ohjelmasta toiseen, eikä sitovaa välilyöntiä erota tavallisesta, joten niistä ei näe, "
        + "minkä alle rivi kuuluu. Kirjoita tilalle kaksi välilyöntiä.",
      sv:
        "En tabb är olika bred i olika program och ett hårt mellanslag ser ut som ett vanligt, så de visar inte vart raden "
        + "hör. Skriv två mellanslag i stället.",
      en:
        "A tab's width differs from program to program and a no-break space looks like any other, so they do not show what "
        + "a line belongs to. Put two spaces instead."
    ),
    example: RuleExample(wrong: "\tavustus: 40 000 €", right: "  avustus: 40 000 €"))

  static let indentation = Rule(
    "yaml-indentation", .error,
    title: Localized(
      fi: "Samaan tasoon kuuluvat rivit sisennetään yhtä paljon",
      sv: "Rader på samma nivå har lika stort indrag",
      en: "Lines of the same level are indented alike"),
    explanation: Localized(
      fi:
        "Kenttien nimet alkavat rivin alusta. Luettelon viivat ja kentän osat ovat keskenään samassa sarakkeessa, "
        + "kaksi väliä sisempänä kuin kenttä, johon ne kuuluvat.",
      sv:
        "Fältens namn börjar i radens början. En listas streck och ett fälts delar står i samma kolumn sinsemellan, "
        + "två mellanslag längre in än fältet de hör till.",
      en:
        "Field names begin at the start of the line. The hyphens of a list and the parts of a field stand in one column, "
        + "two spaces further in than the field they belong to."),
    example: RuleExample(wrong: " kausi: 1.8.2025–31.7.2026", right: "  kausi: 1.8.2025–31.7.2026"))

  static let tightItem = Rule(
    "yaml-missing-space-after-hyphen", .error,
    title: Localized(
      fi: "Luettelon viivan jälkeen tulee väli",
      sv: "Efter strecket i en lista kommer ett mellanslag",
      en: "A space follows the hyphen of a list item"),
    explanation: Localized(
      fi: "Ilman väliä viiva on osa sanaa, ja luettelon rivit luetaan yhdeksi arvoksi.",
      sv: "Utan mellanslag hör strecket till ordet, och listans rader läses som ett enda värde.",
      en: "Without the space the hyphen is part of the word, and the lines of the list are read as one value."),
    example: RuleExample(wrong: "  -rehtorit\n  -koulukuraattorit", right: "  - rehtorit\n  - koulukuraattorit"))

  static let itemMark = Rule(
    "yaml-list-mark", .error,
    title: Localized(
      fi: "Luettelon jokainen rivi alkaa tavallisella viivalla - ja välillä",
      sv: "Varje rad i en lista börjar med ett vanligt streck - och ett mellanslag",
      en: "Every line of a list starts with a plain hyphen - and a space"),
    explanation: Localized(
      fi:
        "Tähti, ajatusviiva, pallo tai numero ei aloita luettelon kohtaa. Jos rivi jatkaa edellistä kohtaa, sisennä sitä.",
      sv: "En asterisk, ett tankstreck, en prick eller en siffra inleder ingen punkt. Om raden fortsätter den "
        + "föregående punkten ska den dras in mer.",
      en: "An asterisk, a dash, a bullet or a number starts no item. A line that goes on with the item above it is "
        + "indented more."
    ),
    example: RuleExample(
      wrong: "  - rehtorit\n  – koulukuraattorit", right: "  - rehtorit\n  - koulukuraattorit"))

  static let unterminatedQuote = Rule(
    "yaml-unterminated-quote", .error,
    title: Localized(
      fi: "Lainausmerkki, joka avataan, myös suljetaan",
      sv: "Ett citattecken som öppnas ska också stängas",
      en: "A quotation mark that is opened is closed too"),
    explanation: Localized(
      fi:
        "Kun arvo alkaa lainausmerkillä, sen pitää päättyä samanlaiseen. Muuten seuraavatkin rivit luetaan samaan arvoon.",
      sv:
        "När ett värde börjar med ett citattecken ska det sluta med ett likadant. Annars läses även följande rader in i värdet.",
      en:
        "When a value starts with a quotation mark, it ends with the same mark. Otherwise the lines after it become part of it."
    ),
    example: RuleExample(
      wrong: "nimi: \"Läsnäolon malli: yhdessä kouluun\n", right: "nimi: \"Läsnäolon malli: yhdessä kouluun\"\n"))

  static let textAfterQuote = Rule(
    "yaml-text-after-quote", .error,
    title: Localized(
      fi: "Sulkevan lainausmerkin jälkeen rivillä ei ole muuta",
      sv: "Efter det stängande citattecknet står inget mer på raden",
      en: "Nothing follows the closing quotation mark on its line"),
    explanation: Localized(
      fi: "Ota koko arvo lainausmerkkeihin tai jätä ne pois. Arvon sisään lainausmerkit kirjoitetaan muodossa ”näin”.",
      sv: "Sätt hela värdet inom citattecken eller utelämna dem. Inne i värdet skrivs citattecken ”så här”.",
      en: "Quote the whole value or none of it. Inside a value, write quotation marks ”like this”."),
    example: RuleExample(
      wrong: "kokonaisuus: \"Läsnä\" -hanke", right: "kokonaisuus: ”Läsnä” -hanke"))

  static let backslash = Rule(
    "yaml-backslash", .error,
    title: Localized(
      fi: "Kenoviiva kirjoitetaan lainausmerkkien sisään kahdesti",
      sv: "Ett omvänt snedstreck skrivs två gånger inom citattecken",
      en: "A backslash is written twice within quotes"),
    explanation: Localized(
      fi: "Lainausmerkkien sisällä yksi kenoviiva aloittaa erikoismerkin. Kirjoita \\\\ tai jätä kenoviiva pois.",
      sv: "Inom citattecken inleder ett ensamt omvänt snedstreck ett specialtecken. Skriv \\\\ eller ta bort det.",
      en: "Within quotes a single backslash starts a special character. Write \\\\ or leave the backslash out."),
    example: RuleExample(
      wrong: "huomautus: \"> 50 tunnin raja on kunnan\\oma\"", right: "huomautus: \"> 50 tunnin raja on kunnan oma\""))

  static let unclosedBracket = Rule(
    "yaml-unclosed-bracket", .error,
    title: Localized(
      fi: "Hakasulku, joka avataan, myös suljetaan, ja sen arvot erotetaan pilkuin",
      sv: "En hakparentes som öppnas ska också stängas, och värdena i den skiljs med kommatecken",
      en: "A bracket that is opened is closed too, and commas separate the values in it"),
    explanation: Localized(
      fi: "Luettelon voi kirjoittaa yhdelle riville hakasulkeisiin: [poissaolot, opiskeluhuolto].",
      sv: "En lista kan skrivas på en rad inom hakparenteser: [frånvaro, elevhälsa].",
      en: "A list may stand on one line in brackets: [absence, student welfare]."),
    example: RuleExample(
      wrong: "asiasanat: [poissaolot, opiskeluhuolto", right: "asiasanat: [poissaolot, opiskeluhuolto]"))

  static let specialCharacter = Rule(
    "yaml-special-character", .error,
    title: Localized(
      fi: "Arvo, joka alkaa erikoismerkillä, kirjoitetaan lainausmerkkeihin",
      sv: "Ett värde som börjar med ett specialtecken skrivs inom citattecken",
      en: "A value that starts with a special character is written in quotes"),
    explanation: Localized(
      fi: "Merkeillä @ % ` | > ja muutamalla muulla on arvon alussa oma merkityksensä.",
      sv: "Tecknen @ % ` | > och några till har en egen betydelse i början av ett värde.",
      en: "The characters @ % ` | > and a few others have a meaning of their own at the start of a value."),
    example: RuleExample(
      wrong: "huomautus: > 50 tunnin raja on kunnan oma", right: "huomautus: \"> 50 tunnin raja on kunnan oma\""))

  static let hash = Rule(
    "yaml-hash", .error,
    title: Localized(
      fi: "Arvo, jossa on väli ja #-merkki, kirjoitetaan lainausmerkkeihin",
      sv: "Ett värde med mellanslag och tecknet # skrivs inom citattecken",
      en: "A value that holds a space and a # is written in quotes"),
    explanation: Localized(
      fi:
        "Välin jälkeinen #-merkki aloittaa huomautuksen, joka ei näy sivulla: loppu arvosta katoaisi. "
        + "Jos tarkoitit huomautusta, jätä #-merkin jälkeen väli.",
      sv:
        "Tecknet # efter ett mellanslag inleder en kommentar som inte syns på sidan: resten av värdet skulle försvinna. "
        + "Om du menade en kommentar, lämna ett mellanslag efter #.",
      en:
        "A # after a space starts a comment, which no page shows: the rest of the value would be lost. "
        + "If you meant a comment, leave a space after the #."),
    example: RuleExample(wrong: "viite: 123 #12.00.01/2025", right: "viite: 123/12.00.01/2025"))

  static let reference = Rule(
    "yaml-reference", .error,
    title: Localized(
      fi: "Arvon alussa ei käytetä merkkejä & * !",
      sv: "Ett värde börjar inte med tecknen & * !",
      en: "A value does not start with the characters & * !"),
    explanation: Localized(
      fi: "Ne ovat viittauksia, joita Mallisto ei käytä. Jos merkki kuuluu tekstiin, kirjoita arvo lainausmerkkeihin.",
      sv: "De är hänvisningar som Mallisto inte använder. Om tecknet hör till texten skrivs värdet inom citattecken.",
      en:
        "They are references, which Mallisto does not use. If the character belongs to the text, write the value in quotes."
    ),
    example: RuleExample(
      wrong: "tekijä: *Esimerkkilän kunta*", right: "tekijä: Esimerkkilän kunta"))

  static let secondDocument = Rule(
    "yaml-second-document", .error,
    title: Localized(
      fi: "Tiedot ovat yhdessä osassa tiedoston alussa",
      sv: "Uppgifterna står i en enda del i filens början",
      en: "The fields stand in one part at the start of the file"),
    explanation: Localized(
      fi:
        "Kaikki kentät ovat samojen kahden ---rivin välissä. Poista ylimääräinen rivi, jolla on vain kolme viivaa tai "
        + "pistettä.",
      sv: "Alla fält står mellan samma två rader med ---. Ta bort den extra raden med bara tre streck eller punkter.",
      en: "All fields stand between the same two lines of ---. Remove the extra line of three hyphens or dots."),
    example: RuleExample(
      wrong: "kieli: fi\n...\n", right: "kieli: fi\n"))

  static let keyNotText = Rule(
    "yaml-key", .error,
    title: Localized(
      fi: "Kentän nimi on tavallista tekstiä",
      sv: "Ett fältnamn är vanlig text",
      en: "A field's name is plain text"),
    explanation: Localized(
      fi: "Nimen paikalla on luettelo tai toinen kenttä.",
      sv: "I stället för ett namn står en lista eller ett annat fält.",
      en: "A list or another field stands where a name should."),
    example: RuleExample(
      wrong: "[asiasanat]: poissaolot", right: "asiasanat: [poissaolot, opiskeluhuolto]"))

  static let tooLarge = Rule(
    "yaml-too-large", .error,
    title: Localized(
      fi: "Tietoja ei ole liikaa eikä liian monta sisäkkäin",
      sv: "Uppgifterna är inte för många och inte för djupt inuti varandra",
      en: "The fields are neither too many nor too deep within each other"),
    explanation: Localized(
      fi: "Rajat ovat paljon yli sen, mitä kuvaus tarvitsee. Tiedostoon on ehkä tullut jotakin, mikä ei kuulu siihen.",
      sv: "Gränserna ligger långt över vad en beskrivning behöver. Kanske har något kommit med som inte hör dit.",
      en: "The limits lie far above what a description needs. Something may have come along that does not belong."),
    example: nil)

  static let syntax = Rule(
    "yaml-syntax", .error,
    title: Localized(
      fi: "Tiedot kirjoitetaan muodossa ”kenttä: arvo”",
      sv: "Uppgifterna skrivs i formen ”fält: värde”",
      en: "The fields are written as \"field: value\""),
    explanation: Localized(
      fi: "Rivin rakenne jäi epäselväksi. Vertaa sitä ylempiin riveihin: kentän nimi, kaksoispiste, väli ja arvo.",
      sv: "Radens uppbyggnad är oklar. Jämför den med raderna ovanför: fältets namn, kolon, mellanslag och värde.",
      en:
        "How the line is built is not clear. Compare it with the lines above: the field's name, a colon, a space, the value."
    ),
    example: nil)
}

"""The addresses of the built site: which page is where in which language, and what kind of page an address is."""

LANGUAGES = ("fi", "sv", "en")

HOME = {"fi": "/", "sv": "/sv/", "en": "/en/"}

# Pages that every site has, one in each language.
FIXED = {
    "home": HOME,
    "catalogue": {"fi": "/mallit/", "sv": "/sv/modeller/", "en": "/en/practices/"},
    "regions": {"fi": "/alueet/", "sv": "/sv/omraden/", "en": "/en/regions/"},
    "funders": {"fi": "/rahoittajat/", "sv": "/sv/finansiarer/", "en": "/en/funders/"},
    "stages": {"fi": "/vaiheet/", "sv": "/sv/skeden/", "en": "/en/stages/"},
    "keywords": {"fi": "/asiasanat/", "sv": "/sv/amnesord/", "en": "/en/keywords/"},
    "comparison": {"fi": "/vertaa/", "sv": "/sv/jamfor/", "en": "/en/compare/"},
    "about": {"fi": "/tietoa/", "sv": "/sv/om/", "en": "/en/about/"},
    "accessibility": {"fi": "/saavutettavuus/", "sv": "/sv/tillganglighet/", "en": "/en/accessibility/"},
}

# What a folder below a list holds: one page for each practice, region and so on.
MEMBERS = {
    "catalogue": "practice",
    "regions": "region",
    "funders": "funder",
    "stages": "stage",
    "keywords": "keyword",
}

# The folder of the further pages of a long list, `/mallit/sivu/2/`.
FURTHER_PAGES = ("sivu", "sida", "page")


def language_of(path: str) -> str:
    """The language whose part of the site an address is in: `/sv/om/` is in Swedish."""
    for language in ("sv", "en"):
        if path.startswith(HOME[language]):
            return language
    return "fi"


def kind_of(path: str) -> str:
    """What a page is, by its address: `/sv/modeller/` is a catalogue, `/alueet/lempaala/` a region.

    A page that is not in the list of addresses is a kind of its own, named after the folder it stands in.
    """
    if path == "/404.html":
        return "not found"
    language = language_of(path)
    for kind, address in FIXED.items():
        if path == address[language]:
            return kind
    for kind, member in MEMBERS.items():
        if path.startswith(FIXED[kind][language]):
            rest = path.removeprefix(FIXED[kind][language]).split("/")
            if rest[0] in FURTHER_PAGES:
                return f"further page of {kind}"
            return f"further page of {member}" if rest[1] in FURTHER_PAGES else member
    return path.removeprefix(HOME[language]).split("/")[0]

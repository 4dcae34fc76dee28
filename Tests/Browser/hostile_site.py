"""Sites whose every text tries to run a script, to look at in a browser."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import yaml
from project import ROOT

HERE = Path(__file__).parent
VECTORS = [line for line in (HERE / "vectors.txt").read_text("utf-8").splitlines() if not line.startswith("# ")]
# One text that tries its way out of many places at once.
POLYGLOT = "'\"></title></script></textarea>--><svg onload=alert(1)><a href=\"javascript:alert(1)\" onclick=alert(1) x='"

PRACTICES = Path("content/practices")
PICTURE = ROOT / "content/practices/kuvat/katkennut-koulupolku.png"


def quoted(text: str) -> str:
    """A text as a YAML value: every JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def escaped(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def file_name(text: str) -> str:
    """A text as the name of a file that a mail program or a teacher may have given it."""
    return text.replace("/", "∕").lstrip(".")[:120] + ".pdf"


def entry(number: int, text: str, attachment: str, body: str | None = None, funder: str = "") -> str:
    """A practice with a text in every field, section and block that takes free text."""
    value, words, address = quoted(text), escaped(text), quote(text, safe="")
    cell = words.replace("\\|", "/")
    if body is None:
        body = f"""
{words}

`````` {text} ``````

### {words}

- {words}
- [{words}](https://esimerkki.example/?q={address} "{words.replace('"', "'")}")

![{words}](kuva.png "{words.replace('"', "'")}")

    {text}

```portaat
- otsikko: {value}
  kynnys: {value}
  vastuu: {value}
  toimet: [{quoted(words.replace(";", ","))}]
```

```taulukko
otsikko: {words}
| {cell} | b |
|---|---|
| {cell} | {cell} |
```

```huomio
{words}
```

```video
osoite: https://video.example/{address}
kesto: {value}
aihe: {value}
tekstivastine: {value}
```
"""
    return f"""---
nimi: {quoted(f'a{number:03} {text}')}
lyhyt kuvaus: {value}
toteutuspaikka: {value}
alue: Lempäälä
rahoittaja: {quoted(funder or f'a{number:03} {text}')}
kokonaisuus: {quoted(f'a{number:03} {text}')}
vaihe: idea
tekijä: {value}
luotu: 1.1.2025
muokattu: 2.1.2025
asiasanat: [{quoted(f"a{number:03} {text}".replace(";", ","))}]
kohderyhmät: [{quoted(f"{number} {text}".replace(";", ","))}]
linkit:
  - nimi: {value}
    osoite: "https://esimerkki.example/?q={address}#{address}"
liitteet:
  - nimi: {value}
    tiedosto: {quoted(quote(attachment))}
kansikuva: {{tiedosto: kuva.png, vaihtoehtoinen teksti: {value}, kuvateksti: {value}}}
kuva: {{tiedosto: kuva.png, vaihtoehtoinen teksti: {value}, kuvateksti: {value}}}
rahoitus: {{päätös: {value}}}
lähteet:
  - nimi: {value}
    viite: {value}
    kohta: {value}
    osoite: "https://esimerkki.example/{address}"
    huomautus: {value}
---
## Ratkaisun perusidea
{body}
"""


def start(folder: Path, text: str) -> None:
    """The project's site without its practices, and with a text in its settings, template, vocabularies and words."""
    for part in ("content", "themes"):
        shutil.copytree(ROOT / part, folder / part, dirs_exist_ok=True)
    shutil.rmtree(folder / PRACTICES)
    (folder / PRACTICES).mkdir()
    shutil.copy(PICTURE, folder / PRACTICES / "kuva.png")

    def change(path: str, apply) -> None:
        settings = yaml.safe_load((folder / path).read_text("utf-8"))
        apply(settings)
        (folder / path).write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")

    def everywhere(texts):
        """Adds the text to every string below a mapping or a list."""
        for key, value in texts.items() if isinstance(texts, dict) else enumerate(texts):
            if isinstance(value, str):
                texts[key] = value + text
            elif isinstance(value, (dict, list)):
                everywhere(value)

    def site(settings):
        for name in ("name", "tagline", "description"):
            everywhere(settings[name])
        everywhere(settings["credits"][0]["what"])

    def stages(vocabulary):
        everywhere(vocabulary["name"])
        for stage in vocabulary["values"]:
            everywhere(stage["names"])
            everywhere(stage["description"])

    def labels(words):
        for name, value in words.items():
            # Twelve months are told apart by blanks.
            if isinstance(value, str) and name != "months":
                words[name] = value + text.replace("{", "")

    def regions(vocabulary):
        everywhere(vocabulary["name"])
        for level in vocabulary["levels"]:
            everywhere(level["names"])
        # Each part of the land has names of its own, so the text stands behind each.
        for region in vocabulary["values"]:
            region["other_names"] = [*region.get("other_names", []), *set(region["names"].values())]
            everywhere(region["names"])
            region["short"] = region.get("short", "") + text

    def template(words):
        everywhere(words["name"])
        for group in words["groups"]:
            everywhere(group["labels"])
        for part in words["fields"] + words["sections"]:
            # The entries go on using the names that they know.
            part["other_names"] = [*part.get("other_names", []), *set(part["labels"].values())]
        nested = [field for part in words["fields"] + words["blocks"] for field in part.get("fields", [])]
        for part in words["fields"] + words["sections"] + words["blocks"] + nested:
            everywhere(part["labels"])

    change("content/site.yaml", site)
    change("content/vocabularies/regions.yaml", regions)
    change("content/template.yaml", template)
    change("content/vocabularies/stages.yaml", stages)
    for language in ("fi", "sv", "en"):
        change(f"themes/mallisto/labels/{language}.yaml", labels)


def write(folder: Path, texts: list[str]) -> None:
    """A site with one practice, one funder and one attachment for each text."""
    funders = folder / "content/vocabularies/funders.yaml"
    added = funders.read_text("utf-8")
    for number, text in enumerate(texts):
        name = quoted(f"a{number:03} {text}")
        added += f"  - {{code: A{number:03}, names: {{fi: {name}, sv: {name}, en: {name}}}}}\n"
        attachment = file_name(f"{text}")
        (folder / PRACTICES / attachment).write_text("liite")
        (folder / PRACTICES / f"vektori-{number:03}.md").write_text(entry(number, text, attachment), "utf-8")
    funders.write_text(added, "utf-8")


def as_written(text: str) -> dict[str, str]:
    """Bodies that hold a text just as it is, each in another place."""
    return {
        "text": text, "inline": f"Sana {text} sana", "heading": f"### {text}", "address": f"[sana toinen]({text})",
        "angles": f"[sana toinen](<{text}>)", "picture": f"![kuvan sanat]({text})", "title": f'[sana toinen](#sana "{text}")',
        "reference": f"[sana]\n\n[sana]: {text}", "note": f"```huomio\n{text}\n```", "info": f"```{text}\nsana\n```",
        "step": f"```portaat\n- otsikko: {text}\n```", "code": f"```\n{text}\n```",
        "row": f"```taulukko\notsikko: {text}\n| a | b |\n| {text} | b |\n```",
        "video": f"```video\nosoite: {quoted(text)}\naihe: a\ntekstivastine: b\n```",
    }


def write_bodies(folder: Path, bodies: dict[str, str]) -> None:
    """A practice for each body, under its name."""
    (folder / PRACTICES / "liite.pdf").write_text("liite")
    for name, body in bodies.items():
        (folder / PRACTICES / f"{name}.md").write_text(entry(0, name, "liite.pdf", body, "STM"), "utf-8")


def write_addresses(folder: Path, texts: list[str]) -> None:
    """Practices with each text as the address of a link, of a source and of an attachment."""
    for number, text in enumerate(texts):
        source = entry(0, "sana", "liite.pdf", "Sana.", "STM")
        for name, found in (
            ("linkki", '"https://esimerkki.example/?q=sana#sana"'), ("lahde", '"https://esimerkki.example/sana"'),
            ("liite", '"liite.pdf"'), ("kuva", "kuva.png"),
        ):
            assert found in source
            changed = source.replace(found, quoted(text)).replace("a000 sana", f"{name} {number}")
            (folder / PRACTICES / f"{name}-{number:03}.md").write_text(changed, "utf-8")

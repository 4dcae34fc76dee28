"""A practice's picture on its page: the size at which it is seen, and what is said of one that cannot be read."""

import re
import shutil

import pytest
from entries import FIELDS

ENTRY = f"""---
nimi: Poissaolojen malli kouluille
{FIELDS}kuva: {{tiedosto: NAME, vaihtoehtoinen teksti: Kolme porrasta}}
---
## Ratkaisun perusidea

Malli etenee portaittain.
"""


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


FRAME = segment(0xC0, bytes([8, 0, 90, 0, 160, 1, 1, 0x11, 0]))
TURNED = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0")
PROFILE = segment(0xE2, b"ICC_PROFILE\0" + bytes(60_000))


def svg(attributes: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path d="M0 0h9"/></svg>'.encode()


@pytest.fixture
def built(mallisto):
    """Builds a site with one practice that has a picture; what is said, and the picture's element."""

    def build(name: str, picture: bytes):
        practices = mallisto.folder / "content/practices"
        shutil.rmtree(practices)
        practices.mkdir()
        (practices / name).write_bytes(picture)
        (practices / "malli.md").write_text(ENTRY.replace("NAME", name), "utf-8")
        done = mallisto("build", "--language", "en")
        assert done.returncode == 0, done.stderr
        page = (mallisto.folder / "public/mallit/malli/index.html").read_text("utf-8")
        return done.stderr, re.search(r'<img [^>]*alt="Kolme porrasta"[^>]*>', page)[0]

    return build


@pytest.mark.parametrize(
    "name, picture, size",
    [
        ("suora.jpg", b"\xff\xd8" + FRAME, (160, 90)),
        ("pysty.jpg", b"\xff\xd8" + TURNED + FRAME, (90, 160)),
        ("profiili.jpeg", b"\xff\xd8" + PROFILE + PROFILE + FRAME, (160, 90)),
        ("piirros.svg", svg('viewBox="0 0 160 90"'), (160, 90)),
        ("tuloste.svg", svg("\n width='210mm'\n height='297mm'"), (794, 1123)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_picture_has_the_size_at_which_it_is_seen(built, name, picture, size):
    said, element = built(name, picture)
    assert "unreadable-picture" not in said
    assert f'width="{size[0]}" height="{size[1]}"' in element


@pytest.mark.parametrize(
    "name, picture",
    [
        ("teksti.png", b"Tama on teksti."),
        ("katkennut.jpg", b"\xff\xd8" + PROFILE),
        ("koko.svg", svg(f'width="32" height="{"6" * 40}"')),
        ("laatikko.svg", svg('viewBox="0 0 -1e30 -1e30"')),
        ("puhelin.heic", b"\0\0\0\x18ftypheic"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_picture_that_cannot_be_read_is_told_by_its_name(built, name, picture):
    said, element = built(name, picture)
    assert f"content/practices/{name}:1:1: warning: The picture “{name}” cannot be read [unreadable-picture]" in said
    assert "save it as JPEG or PNG" in said
    assert "width" not in element

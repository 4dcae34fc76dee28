"""Copies of the built site with a fault planted in them, to see that a check finds it."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

from built_site import BuiltSite


def plant(site: BuiltSite, folder: Path, path: str, pattern: str, replacement: str) -> BuiltSite:
    """Copies the site into a folder and replaces every match of a pattern in one file.

    `path` is the address of a page (`/mallit/`) or of another file (`/sitemap.xml`).
    """
    shutil.copytree(site.folder, folder, dirs_exist_ok=True)
    file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
    text, count = re.subn(pattern, replacement, file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert count, f"{path} has nothing like {pattern}: the fault could not be planted"
    file.write_text(text, encoding="utf-8")
    return replace(site, folder=folder)

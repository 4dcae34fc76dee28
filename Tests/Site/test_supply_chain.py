"""What a site is made with is told, whole and true: the bill of materials, the licences, the versions."""

import json
import re
import subprocess
from importlib import resources

import pytest
import yaml
from jsonschema import Draft7Validator
from project import ROOT
from referencing import Registry, Resource


@pytest.fixture(scope="module")
def program(request):
    return request.config.getoption("--mallisto").resolve()


def sbom(program):
    done = subprocess.run([ROOT / ".ci/sbom", program], capture_output=True, text=True, cwd="/")
    assert done.returncode == 0, done.stderr
    return done.stdout


def schema_faults(bill) -> list[str]:
    """What is wrong with a bill by the schema of CycloneDX 1.6, as the OWASP foundation's Python package carries it."""
    folder = resources.files("cyclonedx.schema") / "_res"
    main = json.loads((folder / "bom-1.6.SNAPSHOT.schema.json").read_text("utf-8"))
    registry = Registry()
    for name in ("spdx", "jsf-0.82"):
        schema = json.loads((folder / f"{name}.SNAPSHOT.schema.json").read_text("utf-8"))
        for address in (schema["$id"], f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json"):
            registry = registry.with_resource(address, Resource.from_contents(schema))
    return [fault.message for fault in Draft7Validator(main, registry=registry).iter_errors(bill)]


def test_the_bill_of_materials_is_valid(program):
    bill = json.loads(sbom(program))
    assert schema_faults(bill) == []
    del bill["components"][0]["name"]
    assert schema_faults(bill) != []


def test_the_bill_of_materials_is_the_same_each_time(program):
    assert sbom(program) == sbom(program)


def test_the_bill_of_materials_is_whole(program):
    bill = json.loads(sbom(program))
    listed = {component["name"] for component in bill["components"]}
    pinned = {pin["identity"] for pin in json.loads((ROOT / "Package.resolved").read_text())["pins"]}
    assert pinned <= listed
    needed = subprocess.run(["readelf", "--dynamic", program], capture_output=True, text=True, check=True).stdout
    foreign = set(re.findall(r"\(NEEDED\).*\[([A-Za-z_]+)", needed))
    ours = {"libcmark", "libyaml", "libvoikko", "libcurl", "libtcmalloc_minimal"}
    # Swift's runtime, and what the system itself is made of.
    system = (
        "libswift", "libBlocksRuntime", "libdispatch", "libFoundation", "lib_Foundation", "libm", "libc", "libgcc_s",
        "libstdc", "ld",
    )
    assert ours <= foreign
    assert {name for name in foreign - ours if not name.startswith(system)} == set()
    assert ours | {"voikko-fi", "swift-runtime"} <= listed


def test_every_part_has_its_licence_listed(program):
    licences = (ROOT / "docs/licences.md").read_text("utf-8")
    for component in json.loads(sbom(program))["components"]:
        name = component["bom-ref"].removeprefix("file:") if component["bom-ref"].startswith("file:") else component["name"]
        assert name in licences, f"{name} is not in docs/licences.md"


def test_every_shipped_file_of_others_is_listed():
    """Fonts, vocabularies and outlines: each is named, or lies in a folder that is."""
    licences = (ROOT / "docs/licences.md").read_text("utf-8")
    shipped = [
        *(ROOT / "content/vocabularies").iterdir(), *(ROOT / "themes").rglob("*.woff2"), *(ROOT / "themes").rglob("*.json"),
        *(ROOT / "themes").rglob("map.svg"),
    ]
    assert len(shipped) > 5
    for file in shipped:
        assert file.name in licences, f"{file.relative_to(ROOT)} is not in docs/licences.md"
    pictures = [file for file in (ROOT / "content").rglob("*") if file.suffix in (".png", ".jpg", ".webp", ".svg", ".gif")]
    assert {str(file.parent.relative_to(ROOT)) + "/" for file in pictures} <= set(re.findall(r"`([^`]+/)`", licences))
    fonts = {file.parent / "mallisto-sans-OFL.txt" for file in (ROOT / "themes").rglob("*.woff2")}
    assert all("SIL OPEN FONT LICENSE" in text.read_text("utf-8").upper() for text in fonts)


def test_data_under_cc_by_is_credited():
    credited = json.dumps(yaml.safe_load((ROOT / "content/site.yaml").read_text("utf-8"))["credits"], ensure_ascii=False)
    assert "Tilastokeskus, CC BY 4.0" in credited


def test_the_program_tells_its_versions(program):
    def said(*arguments):
        return subprocess.run([program, *arguments, "--site", ROOT], capture_output=True, text=True, check=True).stdout

    versions = json.loads(said("version", "--json"))
    assert versions["mallisto"] == json.loads(sbom(program))["metadata"]["component"]["version"]
    assert set(versions["libraries"]) == {"libcmark", "libyaml", "libvoikko"}
    for component in json.loads(sbom(program))["components"]:
        if version := versions["libraries"].get(component["name"]):
            assert component["version"].startswith(version), component["name"]
    assert "fi-x-" in versions["dictionary"]
    assert re.fullmatch(r"[0-9a-f]{16}", versions["template"]["hash"])
    plain = said("version")
    assert versions["mallisto"] in plain and versions["template"]["hash"] in plain
    short = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    assert short.strip() == versions["mallisto"]


def test_without_a_site_the_versions_are_told_too(program, tmp_path):
    done = subprocess.run([program, "version", "--json", "--site", tmp_path], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["template"] is None

"""Every selector, declaration and media query of the style sheets is one that Chromium knows."""

import pytest
import tinycss2

# Rules that hold other rules, and rules whose declarations are not properties.
GROUPS = {"media", "supports", "layer", "container", "scope", "starting-style"}
DESCRIPTORS = {"font-face", "property", "counter-style", "page", "font-feature-values", "view-transition"}

KNOWN = """parts => parts.map(({kind, name, value}) => {
  if (kind === 'declaration') return CSS.supports(name, value)
  if (kind === 'media') return matchMedia(value).media !== 'not all'
  // Of a feature that a browser does not know neither it nor its opposite is true.
  if (kind === 'media feature') return matchMedia(value).matches || matchMedia('not ' + value).matches
  // A nested selector is judged as if its parent were the scope.
  const whole = value.includes('&') ? value.replaceAll('&', ':scope') : /^[>+~]/.test(value) ? ':scope ' + value : value
  return CSS.supports(`selector(${whole})`)
})"""


def split_at_commas(tokens):
    """The parts of a prelude: `a, :is(b, c)` has two."""
    parts = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def features(tokens):
    """The innermost brackets of a media query: `(width > 40rem)`."""
    for token in tokens:
        if token.type == "() block":
            inner = list(features(token.content))
            yield from inner or [tinycss2.serialize([token])]


def parts(rules):
    """Everything in a style sheet that a browser drops when it does not know it."""
    for rule in rules:
        line = rule.source_line
        if rule.type == "error":
            yield {"kind": "error", "line": line, "name": "", "value": rule.message}
        elif rule.type == "qualified-rule":
            for selector in split_at_commas(rule.prelude):
                yield {"kind": "selector", "line": line, "name": "", "value": selector}
            yield from parts(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "declaration" and not rule.name.startswith("--"):
            value = tinycss2.serialize(rule.value).strip()
            # What is said once more for Safari is judged as what it stands for.
            name = rule.lower_name.removeprefix("-webkit-")
            yield {"kind": "declaration", "line": line, "name": name, "value": value}
        elif rule.type == "at-rule":
            name = rule.lower_at_keyword
            if name == "media":
                for query in split_at_commas(rule.prelude):
                    yield {"kind": "media", "line": line, "name": "", "value": query}
                for feature in features(rule.prelude):
                    yield {"kind": "media feature", "line": line, "name": "", "value": feature}
            if name in GROUPS and rule.content:
                yield from parts(tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True))
            elif name == "keyframes":
                for frame in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                    yield from parts(tinycss2.parse_blocks_contents(frame.content, skip_comments=True, skip_whitespace=True))
            elif name not in GROUPS | DESCRIPTORS:
                yield {"kind": "error", "line": line, "name": "", "value": f"@{name}"}


def style_faults(page, text: str) -> list[str]:
    found = list(parts(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))
    assert found, "an empty style sheet"
    closed = tinycss2.serialize(tinycss2.parse_component_value_list(text)).count("}")
    unclosed = [f"{closed - text.count('}')} blocks are not closed"] if closed != text.count("}") else []
    known = page.evaluate(KNOWN, found)
    return unclosed + [
        f"line {part['line']}: {part['kind']} not known: {part['name']} {part['value']}"
        for part, is_known in zip(found, known)
        if part["kind"] == "error" or not is_known
    ]


def test_chromium_knows_every_rule(site, open_page):
    page = open_page("/tietoa/")
    sheets = sorted(site.folder.rglob("*.css"))
    assert sheets
    assert {sheet.name: faults for sheet in sheets if (faults := style_faults(page, sheet.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "rule",
    [
        "p { colour: red }",
        "p { color: rde }",
        "p:hoover { color: red }",
        "a, p::befor { color: red }",
        "main { & > p:frist-child { color: red } }",
        "main { > p:frist-child { color: red } }",
        "@media (min-widht: 40rem) { p { color: red } }",
        "@media print { p { colour: red } }",
        "@layer base { @supports (display: grid) { p { margin: 1rm } } }",
        "@keyframes fade { from { opacitty: 0 } }",
        "@medai print { p { color: red } }",
        "p { color: red",
        "p } { color: red }",
    ],
)
def test_a_planted_style_fault_is_found(open_page, rule):
    assert style_faults(open_page("/tietoa/"), rule)

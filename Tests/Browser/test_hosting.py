"""The site works where it is put: at a host's root, in a folder, and when an address leads nowhere."""

from addresses import FIXED


def test_the_site_works_below_another_site(open_page, nested_home):
    page = open_page("/", at=nested_home)
    for kind, addresses in FIXED.items():
        for path in addresses.values():
            assert page.goto(nested_home + path.removeprefix("/")).ok, f"{kind} {path}"
            assert page.evaluate("document.styleSheets.length") > 0, f"{kind} {path}: no style sheet"


def test_the_error_page_is_whole_at_any_depth(open_page):
    for path in ("/ei-ole", "/mallit/ei-ole/", "/sv/modeller/finns/inte/alls/"):
        page = open_page(path, expected_status=404)
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.styleSheets.length") > 0, f"{path}: no style sheet"
        for link in page.eval_on_selector_all("main a[href]", "all => all.map(a => a.href)"):
            assert page.request.get(link).ok, link

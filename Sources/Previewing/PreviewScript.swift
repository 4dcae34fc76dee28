/// The script that the preview adds to every page: reloads it when the site has changed, and lays the
/// errors over it while there are any.
enum PreviewScript {
  /// Put before the end of a page's body.
  static let tag = Array("<script type=\"module\" src=\"\(PreviewPaths.script)\"></script>\n".utf8)

  /// A page with the script; other files are as they are.
  static func added(to page: [UInt8]) -> [UInt8] {
    let end = Array("</body>".utf8)
    var index = page.count - end.count
    while index >= 0 {
      if page[index] == 0x3C, page[index..<index + end.count].elementsEqual(end) {
        return Array(page[..<index]) + tag + page[index...]
      }
      index -= 1
    }
    return page + tag
  }

  static let source = Array(
    """
    // Asks for news and waits until there are any. A constructed style sheet keeps to the page's policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: #1d1f21f5;
        color: #f5f5f5; font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; }
      h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
      p { margin: 0 0 1.5rem; color: #c8c8c8; }
      pre { font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1.5rem;
        padding: 1rem; background: #000; border-left: 4px solid #ff7b72; }`);
    let overlay = null;

    function show(news) {
      overlay?.remove();
      overlay = null;
      if (!news.errors.length) return;
      overlay = document.createElement("div");
      overlay.id = "mallisto-errors";
      overlay.setAttribute("role", "alert");
      const root = overlay.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const main = root.appendChild(document.createElement("main"));
      const add = (name, text) => { main.appendChild(document.createElement(name)).textContent = text; };
      add("h1", news.heading);
      add("p", news.note);
      for (const error of news.errors) add("pre", error.text);
      document.documentElement.append(overlay);
    }

    async function follow() {
      let seen = -1;
      let pause = 250;
      for (;;) {
        try {
          const news = await (await fetch(`\(PreviewPaths.wait)?after=${seen}`, { cache: "no-store" })).json();
          const isFirst = seen < 0;
          if (news.version !== seen) {
            seen = news.version;
            if (!isFirst && !news.errors.length) return location.reload();
            show(news);
          }
          pause = 250;
        } catch {
          await new Promise(resolve => setTimeout(resolve, pause));
          pause = Math.min(pause * 2, 4000);
        }
      }
    }
    follow();

    """.utf8)
}

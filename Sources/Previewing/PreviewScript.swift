/// The script that the preview adds to every page: reloads it when the site has changed, lays the errors
/// over it while there are any, and marks the drafts.
enum PreviewScript {
  /// A page of a version with the script; the script learns from its own address which version it is on.
  static func added(to page: [UInt8], version: Int) -> [UInt8] {
    let tag = Array("<script type=\"module\" src=\"\(PreviewPaths.script)?version=\(version)\"></script>\n".utf8)
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
    // Constructed style sheets keep to the page's policy.
    const overlaySheet = new CSSStyleSheet();
    overlaySheet.replaceSync(`
      :host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: #1d1f21f5;
        color: #f5f5f5; font: 16px/1.5 system-ui, sans-serif; }
      div { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; }
      h2 { font-size: 1.5rem; margin: 0 0 .5rem; }
      p { margin: 0 0 1.5rem; color: #c8c8c8; }
      pre { font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 1.5rem;
        padding: 1rem; background: #000; border-left: 4px solid #ff7b72; }
      button { font: inherit; padding: .4rem 1rem; }`);
    const draftSheet = new CSSStyleSheet();
    draftSheet.replaceSync(`
      .mallisto-draft { display: block; margin: 0 0 1rem; padding: .5rem 1rem; background: #fff3bf; color: #3b2f00;
        border: 2px dashed #8a6d00; font: bold 1rem/1.5 system-ui, sans-serif; }`);
    document.adoptedStyleSheets.push(draftSheet);

    let overlay = null;

    function showErrors(news) {
      overlay?.remove();
      overlay = null;
      if (!news.errors.length) return;
      overlay = document.createElement("div");
      overlay.id = "mallisto-errors";
      overlay.setAttribute("role", "alert");
      const root = overlay.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [overlaySheet];
      const box = root.appendChild(document.createElement("div"));
      const add = (name, text) => {
        const element = box.appendChild(document.createElement(name));
        element.textContent = text;
        return element;
      };
      add("h2", news.heading);
      add("p", news.note);
      for (const error of news.errors) add("pre", error.text);
      const own = overlay;
      add("button", news.hide).addEventListener("click", () => own.remove());
      document.documentElement.append(overlay);
    }

    // A draft is marked on its own page and wherever it is listed, also in lists that scripts make later.
    function markDrafts(news) {
      const own = document.querySelector("main h1");
      const mark = (element, place) => {
        if (!element || element.dataset.mallistoDraft) return;
        element.dataset.mallistoDraft = "";
        const note = document.createElement("span");
        note.className = "mallisto-draft";
        note.textContent = news.draft;
        element[place](note);
      };
      for (const slug of news.drafts) {
        if (location.pathname.endsWith(`/${slug}/`)) mark(own, "before");
        for (const item of document.querySelectorAll(`[data-practice="${CSS.escape(slug)}"]`)) mark(item, "prepend");
      }
    }

    let drafts = null;

    function show(news) {
      showErrors(news);
      drafts?.disconnect();
      drafts = null;
      if (!news.drafts.length) return;
      markDrafts(news);
      drafts = new MutationObserver(() => markDrafts(news));
      drafts.observe(document.body, { childList: true, subtree: true });
    }

    const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

    // Asks for news and waits until there are any. A page in the background asks now and then instead: a browser
    // keeps only a few connections to one host, and they are for the page that is looked at.
    async function follow() {
      const own = Number(new URL(import.meta.url).searchParams.get("version"));
      let seen = -1;
      let pause = 250;
      for (;;) {
        try {
          const after = document.hidden ? -1 : seen;
          const news = await (await fetch(`\(PreviewPaths.wait)?after=${after}`, { cache: "no-store" })).json();
          if (news.version !== seen) {
            seen = news.version;
            if (seen !== own && !news.errors.length) return location.reload();
            show(news);
          }
          pause = 250;
          if (document.hidden) await sleep(1500);
        } catch {
          await sleep(pause);
          pause = Math.min(pause * 2, 4000);
        }
      }
    }
    follow();

    """.utf8)
}

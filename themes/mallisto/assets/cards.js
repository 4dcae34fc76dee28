// Cards of practices, made from what the search index stores of each and the card that the page already shows.

/** The site's root: this file stands in `assets/VERSION/` below it. */
export const root = new URL("../../", import.meta.url);

/** The bytes of a file of the search index, which asks for each once. */
async function load(name) {
  const response = await fetch(new URL("search/" + name, root));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

let opened;
/** The search index, fetched when it is first needed. */
export const openIndex = () => opened ??= import("./search.js").then(module => module.openIndex(load)).catch(error => {
  opened = null;
  throw error;
});

/** A day as the page's language writes it. Only English needs the browser's knowledge of languages, which takes long to begin. */
export const dateText = (iso, language) => language === "en"
  ? new Date(iso).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })
  : iso.split("-").reverse().map(Number).join(".");

/** Tells which words of a text a query means: `marker(await index.meant(query))(text)` gives `[{text, match}, …]`. */
export function marker({ fold, wordPattern, written, targets }) {
  const isMatch = word => written.has(word) || targets.some(([text, isUnknown, isForm]) => {
    if (isForm(word)) return true;
    if (isUnknown || text.length < 3) return false;
    // A part of a compound: before three letters that no derivation begins with, or an inflected last part.
    for (let at = word.indexOf(text); at >= 0; at = word.indexOf(text, at + 1)) {
      const rest = word.slice(at + text.length);
      if (at !== 1 && rest.length > 3 && !/^(?:(.)\1|t(?:us|uks|ude|et|el)|min|mis|j[aoie])/.test(rest)) return true;
    }
    for (let at = 2; at < word.length - 2; at++) if (isForm(word.slice(at))) return true;
  });
  // The same words stand in many texts.
  const known = new Map();
  return text => {
    const pieces = [];
    let end = 0;
    const add = (upTo, match) => { if (upTo > end) pieces.push({ text: text.slice(end, end = upTo), match }); };
    for (const { 0: word, index } of text.matchAll(wordPattern)) {
      if (!known.has(word)) known.set(word, isMatch(fold(word)));
      if (known.get(word)) add(index, false), add(index + word.length, true);
    }
    add(text.length, false);
    return pieces;
  };
}

/** The element's text, with the words that a query found marked. */
export function setText(element, text, mark) {
  const pieces = mark ? mark(text) : [{ text }];
  element.replaceChildren(...pieces.map(piece => piece.match ? Object.assign(document.createElement("mark"), { textContent: piece.text }) : piece.text));
}

/**
 * Fills a copy of a card.
 *
 * @param {Element} pattern any card of the page
 * @param {object} practice what is stored of it
 * @param {{names: Map<string, string>, stages: string[], language: string, languages: object}} page names of codes, and so on
 * @param {(text: string) => {text: string, match: boolean}[]} [mark]
 */
export function makeCard(pattern, practice, page, mark) {
  const card = pattern.cloneNode(true);
  const isForeign = practice.language !== page.language;
  const link = card.querySelector("a");
  const summary = card.querySelector("p");
  card.dataset.practice = practice.slug;
  link.href = new URL(practice.url.replace(/^\//, ""), root);
  setText(link, practice.title, mark);
  setText(summary, practice.summary, mark);
  for (const element of [link.parentElement, summary]) {
    if (isForeign) element.lang = practice.language;
    else element.removeAttribute("lang");
  }
  if (isForeign) link.hreflang = practice.language;
  else link.removeAttribute("hreflang");
  const name = (facet, code) => page.names.get(`${facet} ${code}`) ?? code;
  const list = (facet, codes) => codes.map(code => name(facet, code)).join(", ");
  card.querySelector(".stairs").className = `stairs at-${page.stages.indexOf(practice.stage) + 1}`;
  card.querySelector("[data-trait=stage]").textContent = name("stage", practice.stage);
  card.querySelector("[data-trait=region]").textContent = list("region", practice.regions);
  card.querySelector("[data-trait=funder]").textContent = list("funder", practice.funders);
  const time = card.querySelector("time");
  time.dateTime = practice.modified;
  time.textContent = dateText(practice.modified, page.language);
  for (const tag of card.querySelectorAll(".tag")) tag.parentElement.remove();
  if (isForeign) {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("span"), { className: "tag", textContent: page.languages[practice.language] ?? practice.language }));
    card.querySelector(".traits").append(item);
  }
  return card;
}

/** The same practices as the rows of a table. */
export function makeTable(cards, headings) {
  const cell = (name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };
  const table = document.createElement("table");
  const head = cell("tr", ...headings.map(heading => Object.assign(cell("th", heading), { scope: "col" })));
  const rows = cards.map(card => {
    const title = card.querySelector("h3");
    const name = cell("th", ...[...title.childNodes].map(node => node.cloneNode(true)));
    name.scope = "row";
    name.lang = title.lang;
    if (!title.lang) name.removeAttribute("lang");
    const traits = ["stage", "region", "funder", "modified"].map((trait, index) => {
      const value = cell("td", card.querySelector(`[data-trait=${trait}]`).cloneNode(true));
      value.dataset.label = headings[index + 1];
      return value;
    });
    const row = cell("tr", name, ...traits);
    row.dataset.practice = card.dataset.practice;
    return row;
  });
  table.append(cell("thead", head), cell("tbody", ...rows));
  return Object.assign(cell("div", table), { className: "sheet wide" });
}

// Excerpts: where a practice's text says what was searched for, for results whose title and summary do not.

import { setText } from "./cards.js";

const reach = 90;

/** The text of a practice, a paragraph a piece, from the data beside its page or from the page itself. */
async function paragraphs(address, hasData) {
  const response = await fetch(hasData ? address + "index.json" : address);
  if (!response.ok) return [];
  if (hasData) return Object.values((await response.json()).sections).flatMap(section => section.text.split("\n"));
  const text = await response.text(), page = new DOMParser().parseFromString(text.slice(text.indexOf("<main")), "text/html");
  return [...page.querySelectorAll("[data-section] :is(p, li, td, h3)")].map(element => element.textContent);
}

/** The part of a text around its first match, cut between words. */
export function around(text, mark) {
  const before = mark(text)[0];
  const at = before.match ? 0 : before.text.length;
  let start = Math.max(0, at - reach), end = Math.min(text.length, at + reach);
  if (start) start = text.indexOf(" ", start) + 1;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), at + 1);
  return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
}

/** The paragraph with the most different matching words, as an excerpt; nothing when none has any. */
export function excerpt(texts, mark) {
  let best, most = 0;
  for (const text of texts) {
    const found = new Set(mark(text).filter(piece => piece.match).map(piece => piece.text.toLowerCase().slice(0, 5))).size;
    if (found > most) [best, most] = [text, found];
  }
  return best && around(best, mark);
}

async function add(card, mark, hasData) {
  const found = excerpt(await paragraphs(card.querySelector("a").href, hasData), mark);
  if (!found || !card.isConnected) return;
  const summary = card.querySelector("p"), element = summary.cloneNode();
  element.className = "excerpt";
  setText(element, found, mark);
  summary.after(element);
}

let watcher;
/** Adds excerpts to the cards that show no match, once they are in sight. */
export function addExcerpts(cards, mark, hasData) {
  watcher?.disconnect();
  watcher = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      add(target, mark, hasData).catch(() => {});
    }
  });
  for (const card of cards) if (!card.querySelector("mark")) watcher.observe(card);
}

// The catalogue's filters, search, sorting and views. What is chosen stands in the address, so that a view can be shared
// and the browser's back and forward work; the page as it was built is what an address without choices shows.

import { narrow, readState, sorted, told, understood, writeState } from "./listing.js";
import { makeCard, makeTable, marker, openIndex } from "./cards.js";
import { fitWords } from "./site.js";

const pageful = 20;
// In a large catalogue the cards are in many files, so those out of sight wait until they are scrolled to; a search tells
// how many it has at hand.
const [first, next] = [2, 4];
const area = document.querySelector("[data-catalogue]");
const total = document.querySelector("[data-result-count]");
const parts = Object.fromEntries(["noun", "chips", "explanation", "empty", "loosen", "results", "more", "pager", "search"]
  .map(name => [name, document.querySelector(`[data-${name}]`)]));
const field = parts.search.querySelector("input");
const order = area.querySelector("select[name=sort]");
const more = area.querySelector(".more-filters");
const boxes = [...area.querySelectorAll("input[type=checkbox]")];
const names = [...new Set(boxes.map(box => box.name))];
const label = box => box.nextElementSibling.textContent;
const page = {
  language: document.documentElement.lang,
  languages: parts.results.dataset,
  names: new Map(boxes.map(box => [`${box.name} ${box.value}`, label(box)])),
  stages: boxes.filter(box => box.name === "stage").map(box => box.value),
};

const built = [...parts.results.querySelectorAll(".card")];
const builtCount = Number(total.dataset.resultCount);
const counters = boxes.map(box => box.parentElement.querySelector("[data-count]"));
const builtCounts = counters.map(element => element.dataset.count);
let state = readState(location.search, names);
let turn = 0;
/** Counts the choices of the facets that are folded away. */
let unfold;

const isAsked = ({ query, chosen, sort }) => Boolean(query || sort || [...chosen.values()].some(codes => codes.size));
const without = (asked, name, code) => {
  const chosen = new Map([...asked.chosen].map(([facet, codes]) => [facet, new Set(codes)]));
  chosen.get(name)?.delete(code);
  return { ...asked, chosen, query: name === "q" ? "" : asked.query };
};

// Showing

function setCount(count) {
  total.dataset.resultCount = total.textContent = count;
  parts.noun.textContent = count === 1 ? parts.noun.dataset.one : parts.noun.dataset.other;
}

/** Shows how many each choice has; nothing changes where it is not told. */
function setCounts(countOf) {
  boxes.forEach((box, index) => {
    const element = counters[index], before = element.textContent, count = String(countOf(box, index) ?? before);
    if (count === before) return;
    element.dataset.count = element.textContent = count;
    box.parentElement.classList.toggle("none", count === "0");
  });
}

function showControls() {
  field.value = state.query;
  for (const box of boxes) box.checked = state.chosen.get(box.name).has(box.value);
  for (const fold of area.querySelectorAll("details:has(:checked)")) fold.open = true;
  const relevance = order.querySelector("[value=relevance]");
  relevance.hidden = relevance.disabled = !state.query;
  order.value = state.sort || (state.query ? "relevance" : "modified");
  for (const button of area.querySelectorAll("[data-view]"))
    button.setAttribute("aria-pressed", String(button.dataset.view === (state.view || "cards")));
  showChips();
}

function button(text, action) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: text });
  element.addEventListener("click", action);
  return element;
}

const item = (...content) => {
  const element = document.createElement("li");
  element.append(...content);
  return element;
};

/** Everything that is chosen, as `[facet, code, text]`; words searched for have the facet `q`. */
const choices = () => [
  ...(state.query ? [["q", state.query, state.query]] : []),
  ...[...state.chosen].flatMap(([name, codes]) => [...codes].map(code => [name, code, page.names.get(`${name} ${code}`) ?? code])),
];

/** Learns the names of regions and funders that an address asks for and no practice has. */
async function nameOthers(index) {
  if (choices().every(([name, code]) => name === "q" || page.names.has(`${name} ${code}`))) return;
  page.names = new Map([...Object.entries(await index.names(page.language)), ...page.names]);
  showChips();
}

/** A way to give up everything that is chosen. */
const clearing = () => item(button(parts.chips.dataset.clear, () => {
  go({ ...state, query: "", chosen: readState("", names).chosen });
  field.focus();
}));

function showChips() {
  const { remove } = parts.chips.dataset;
  const chips = choices().map(([name, code, text]) => {
    const chip = button(text, () => {
      go(without(state, name, code));
      (parts.chips.querySelector("button") ?? field).focus();
    });
    chip.setAttribute("aria-label", remove.replace("%s", text));
    chip.classList.add("removes");
    return item(chip);
  });
  if (chips.length > 1) chips.push(clearing());
  parts.chips.replaceChildren(...chips);
}

function list(cards) {
  if (state.view === "table") return makeTable(cards, parts.results.dataset.columns.split("|"));
  const element = Object.assign(document.createElement("ul"), { className: "cards" });
  element.append(...cards);
  return element;
}

/** Shows cards, those of the whole country under a heading of their own. */
function showCards(own, national) {
  const lists = own.length ? [list(own)] : [];
  if (national.length) {
    const heading = Object.assign(document.createElement("h2"), { className: "group-heading", textContent: parts.results.dataset.national });
    lists.push(heading, list(national));
  }
  parts.results.replaceChildren(...lists);
  // The browser calls once it has laid the results out anyway, and before it paints them.
  new ResizeObserver((_, observer) => {
    observer.disconnect();
    fitWords(parts.results);
  }).observe(parts.results);
}

function showBuilt() {
  unfold = null;
  setCount(builtCount);
  setCounts((_, index) => builtCounts[index]);
  showCards(built, []);
  parts.explanation.textContent = "";
  parts.empty.hidden = true;
  parts.loosen.replaceChildren();
  parts.more.hidden = true;
  if (parts.pager) parts.pager.hidden = false;
}

/** On a narrow screen the filters stand before what a search found, so it is scrolled to. */
function showFirst() {
  const head = document.getElementById("tulokset");
  if (state.query && head.getBoundingClientRect().top > innerHeight * 0.8) head.scrollIntoView({ behavior: "instant" });
}

async function show() {
  const mine = ++turn;
  showControls();
  if (!isAsked(state)) return showBuilt();
  try {
    const index = await openIndex();
    await nameOthers(index);
    const columns = await index.facets(more?.open);
    const found = state.query ? await index.search(state.query) : null;
    const mark = found && marker(await index.meant(state.query));
    // A list and not an iterator: it is gone through again when more facets are unfolded.
    const everything = found?.numbers ?? [...Array(index.size).keys()];
    const { numbers, counts } = narrow(columns, names, everything, state.chosen);
    const isByRelevance = found && (!state.sort || state.sort === "relevance");
    const ordered = isByRelevance ? numbers : sorted(columns, await index.orders(), numbers, state.sort, page.stages);
    const groups = told(columns, ordered, state.chosen);
    if (mine !== turn) return;
    if (parts.pager) parts.pager.hidden = true;
    const atHand = isByRelevance && numbers.length === found.total ? found.first : first;
    await showNumbers(groups, index.isSmall ? pageful : atHand, mark, mine);
    if (mine !== turn) return;
    setCount(numbers.length);
    const tell = counts => setCounts(box => counts.has(box.name) ? counts.get(box.name).get(box.value) ?? 0 : undefined);
    tell(counts);
    unfold = async () => {
      const columns = await index.facets(true);
      if (mine === turn) tell(narrow(columns, names, everything, state.chosen).counts);
    };
    const meant = found ? understood(found.explanation) : "";
    parts.explanation.textContent = meant && parts.explanation.dataset.text.replace("%s", meant);
    parts.empty.hidden = numbers.length > 0;
    parts.loosen.replaceChildren(...(numbers.length ? [] : waysOut(columns, everything, index.size)));
  } catch (error) {
    parts.explanation.textContent = parts.explanation.dataset.failed;
    throw error;
  }
}

let grow;
const growing = new IntersectionObserver(([{ isIntersecting }]) => { if (isIntersecting) grow(); });

async function showNumbers([own, national], limit, mark, mine, made = new Map()) {
  growing.disconnect();
  const index = await openIndex();
  const shown = [own.slice(0, limit), national.slice(0, Math.max(0, limit - own.length))];
  const missing = shown.flat().filter(number => !made.has(number));
  (await index.cards(missing)).forEach((practice, i) => made.set(missing[i], makeCard(built[0], practice, page, mark)));
  if (mine !== turn) return;
  const cards = shown.map(numbers => numbers.map(number => made.get(number)));
  const focused = parts.results.contains(document.activeElement) && document.activeElement;
  showCards(...cards);
  if (focused) focused.focus({ preventScroll: true });
  // Not waited for, so that the list and its number change together.
  if (mark && state.view !== "table") {
    import("./excerpts.js").then(({ addExcerpts }) => {
      if (mine === turn) addExcerpts(cards.flat(), mark, "texts" in parts.results.dataset);
    });
  }
  const left = own.length + national.length - limit;
  parts.more.hidden = left <= 0;
  parts.more.textContent = parts.more.dataset.more.replace("%n", left);
  if (left > 0 && limit < pageful) {
    grow = () => showNumbers([own, national], Math.min(limit + next, pageful), mark, mine, made);
    growing.observe(parts.more);
  }
  parts.more.onclick = async () => {
    await showNumbers([own, national], limit + pageful, mark, mine, made);
    parts.results.querySelectorAll("[data-practice] a")[limit]?.focus();
  };
}

/** What could be given up to find something, with what would then be found. */
function waysOut(columns, everything, size) {
  const ways = choices().flatMap(([name, code, text]) => {
    const looser = without(state, name, code);
    const candidates = looser.query ? everything : Array(size).keys();
    const count = narrow(columns, names, candidates, looser.chosen).numbers.length;
    if (!count) return [];
    const words = parts.loosen.dataset.text.replace("%s", text).replace("%n", count);
    return [item(button(words, () => {
      go(looser);
      field.focus();
    }))];
  });
  return ways.length ? ways : [clearing()];
}

// Asking

/** Shows another state and writes it into the address. */
function go(next, { replace = false } = {}) {
  state = next;
  history[replace ? "replaceState" : "pushState"](null, "", location.pathname + writeState(state));
  return show();
}

area.querySelector("form.filters").addEventListener("change", event => {
  const { name, value, checked } = event.target;
  const asked = without(state, name, value);
  if (checked) asked.chosen.get(name).add(value);
  go(asked);
});

order.addEventListener("change", () => {
  const isDefault = order.value === (state.query ? "relevance" : "modified");
  go({ ...state, sort: isDefault ? "" : order.value });
});

more?.addEventListener("toggle", () => { if (more.open) unfold?.(); });

for (const element of area.querySelectorAll("[data-view]")) {
  element.addEventListener("click", () => go({ ...state, view: element.dataset.view === "table" ? "table" : "" }));
}

let pause;
field.addEventListener("focus", () => { openIndex().catch(() => {}); }, { once: true });
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => go({ ...state, query: field.value.trim() }, { replace: Boolean(state.query) }), 250);
});
parts.search.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(pause);
  go({ ...state, query: field.value.trim() }).then(showFirst);
});

addEventListener("popstate", () => {
  state = readState(location.search, names);
  show();
});

// A page that is gone back to stands where it was left.
if (location.search) show().then(() => { if (!scrollY) showFirst(); });
// What every query and filter needs is here before it is asked for, but not before the page itself.
else if (!navigator.connection?.saveData) (window.requestIdleCallback ?? setTimeout)(() => {
  openIndex().then(index => index.facets()).then(() => import("./excerpts.js")).catch(() => {});
});

// Two to four practices side by side, part by part. Which ones stands in the address (`?m=a&m=b`); their text is taken
// from their own pages, so that steps, tables and pictures are here as they are there.

import { dateText, openIndex, root } from "./cards.js";
import { fitWords } from "./site.js";

const most = 4;
const area = document.querySelector("[data-compare]");
const order = [...area.querySelectorAll("[data-name]")].map(({ dataset }) => dataset.name);
const { add, remove, missing, absent, full, created } = area.dataset;
/** The element that says what a part, a fact or a value is called in the page's language. */
const nameOf = id => area.querySelector(`[data-name="${id}"]`);
const [form, status, picks, columns] = ["search", "status", "picks", "columns"].map(name => area.querySelector(`[data-${name}]`));
const field = form.querySelector("input");
const language = document.documentElement.lang;
const say = (text, value) => { status.textContent = text.replace("%s", value); };

const chosen = () => [...new Set(new URLSearchParams(location.search).getAll("m"))].slice(0, most);

function go(slugs) {
  const query = new URLSearchParams(slugs.map(slug => ["m", slug]));
  history.pushState(null, "", location.pathname + (slugs.length ? "?" + query : ""));
  return show();
}

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** Says the facts of a practice in the page's language: their names, the dates, and what comes from a vocabulary. */
function translate(list, { regions, funders }) {
  const codes = { stage: [list.querySelectorAll(".reached").length], where: regions, funder: funders };
  for (const name of list.querySelectorAll("[data-fact]")) {
    const { fact } = name.dataset, lines = name.nextElementSibling.querySelectorAll("p");
    name.textContent = nameOf(fact)?.textContent ?? name.textContent;
    name.lang = language;
    codes[fact]?.forEach((code, i) => {
      lines[i].replaceChildren(...nameOf(`${fact} ${code}`).cloneNode(true).childNodes);
      lines[i].lang = language;
    });
  }
  list.querySelectorAll(".path .name").forEach((name, i) => {
    name.textContent = nameOf(`stage ${i + 1}`).firstChild.textContent;
  });
  for (const time of list.querySelectorAll("time")) {
    time.textContent = dateText(time.dateTime, language);
    time.parentNode.lang = language;
    if (time.previousSibling) time.previousSibling.data = `(${created} `;
  }
}

/** What a practice's page says, part by part; nothing when there is no such practice. */
async function read(slug) {
  const index = await openIndex();
  const number = await index.numberOf(slug);
  if (number === undefined) return null;
  const [practice] = await index.cards([number]);
  const url = new URL(practice.url.replace(/^\//, ""), root);
  const response = await fetch(url);
  if (!response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const marked of page.querySelectorAll("main [id]")) marked.removeAttribute("id");
  for (const hidden of page.querySelectorAll("main .scripted")) hidden.remove();
  const sections = [...page.querySelectorAll("[data-section]")].map(section => {
    const heading = section.querySelector("h2");
    heading.remove();
    return [section.dataset.section, { heading: heading.textContent, content: [...section.childNodes] }];
  });
  const list = page.querySelector(".facts");
  if (list && practice.language !== language) translate(list, practice);
  return { slug, url, title: practice.title, language: practice.language, parts: new Map([["facts", { content: list ? [list] : [] }], ...sections]) };
}

function head(practice, all) {
  const button = element("button", { type: "button", class: "quiet no-print", "aria-label": remove.replace("%s", practice.title) }, "×");
  button.addEventListener("click", async () => {
    await go(all.filter(slug => slug !== practice.slug));
    field.focus();
  });
  const link = element("a", { href: practice.url, hreflang: practice.language }, practice.title);
  return element("div", { class: "compare-name" }, element("h2", { lang: practice.language }, link), button);
}

/** One part of every practice beside each other. */
function row(id, practices) {
  const parts = practices.map(practice => practice.parts.get(id)), name = nameOf(id)?.textContent, first = parts.findIndex(Boolean);
  const heading = element("h2", { lang: !name && practices[first].language }, name ?? parts[first].heading);
  const cells = practices.map((practice, i) => {
    const content = parts[i]?.content.length ? parts[i].content : [element("p", { class: "soft", lang: language }, absent)];
    return element("div", { role: "group", "aria-label": practice.title, lang: practice.language },
      element("p", { class: "compare-of", "aria-hidden": "true" }, practice.title), ...content);
  });
  return element("section", { class: "part compare-part" }, heading, element("div", { class: "compare-row" }, ...cells));
}

let turn = 0;
async function show() {
  const mine = ++turn;
  const slugs = chosen();
  const results = await Promise.all(slugs.map(read));
  if (mine !== turn) return;
  const practices = results.filter(Boolean);
  results.forEach((practice, i) => { if (!practice) say(missing, slugs[i]); });
  const found = practices.map(practice => practice.slug);
  const ids = [...new Set(practices.flatMap(practice => [...practice.parts.keys()]))];
  const place = id => order.indexOf(id) + 1 || order.length + 1;
  ids.sort((a, b) => place(a) - place(b));
  columns.replaceChildren(...(practices.length
    ? [element("div", { class: "compare-row compare-heads" }, ...practices.map(practice => head(practice, found))), ...ids.map(id => row(id, practices))]
    : []));
  columns.dataset.columns = practices.length;
  fitWords(columns);
}

async function suggest() {
  const query = field.value.trim();
  const index = await openIndex();
  const { numbers } = await index.search(query);
  const taken = chosen();
  const found = (await index.cards(numbers.slice(0, 12))).filter(practice => !taken.includes(practice.slug)).slice(0, 8);
  picks.replaceChildren(...found.map(practice => {
    const button = element("button", { type: "button", class: "quiet", "aria-label": add.replace("%s", practice.title), lang: practice.language === language ? "" : practice.language }, "+ " + practice.title);
    button.addEventListener("click", async () => {
      if (taken.length >= most) return say(full, "");
      picks.replaceChildren();
      field.value = "";
      await go([...taken, practice.slug]);
      say(add, practice.title);
      field.focus();
    });
    return element("li", {}, button);
  }));
}

let pause;
field.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(suggest, 250);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(pause);
  suggest();
});
addEventListener("popstate", show);
if (location.search) show();

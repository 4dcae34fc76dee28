// What the catalogue's filters leave: plain functions over the search index's facets and `orders.json`, without a DOM.
//
// Of each facet there are its codes, the different sets of codes that practices have, and the set of each practice:
// `{"stage": {"codes": ["idea", "valmis"], "sets": [[1], [0]], "of": [0, 0, 1]}}`. Practices are numbered as the search numbers
// them. `orders.json` holds the place of each practice in the orders `modified` and `name`.

/**
 * The practices that have a chosen code of every facet, and for every code how many there would be with it.
 *
 * The count of a code ignores the other choices in its own facet: it tells what choosing it adds.
 *
 * @param {object} columns the facets
 * @param {string[]} names the facets that can be chosen from
 * @param {Iterable<number>} candidates the practices to choose among, in order
 * @param {Map<string, Set<string>>} chosen codes by facet
 * @returns {{numbers: number[], counts: Map<string, Map<string, number>>}}
 */
export function narrow(columns, names, candidates, chosen) {
  const facets = names.filter(name => columns[name]).map(name => {
    const { codes, sets, of } = columns[name];
    const wanted = chosen.get(name);
    const passes = wanted?.size && sets.map(set => set.some(code => wanted.has(codes[code])));
    return { name, codes, sets, of, passes, tally: new Uint32Array(sets.length) };
  });
  const asked = facets.filter(({ passes }) => passes);
  const numbers = [];
  for (const number of candidates) {
    const failed = asked.filter(({ passes, of }) => !passes[of[number]]);
    if (!failed.length) numbers.push(number);
    if (failed.length < 2) for (const { tally, of } of failed.length ? failed : facets) tally[of[number]]++;
  }
  return { numbers, counts: new Map(facets.map(facet => [facet.name, countCodes(facet)])) };
}

function countCodes({ codes, sets, tally }) {
  const totals = new Uint32Array(codes.length);
  sets.forEach((set, index) => { for (const code of set) totals[code] += tally[index]; });
  return new Map(codes.map((code, index) => [code, totals[index]]));
}

/**
 * Practices in order.
 *
 * @param {object} columns the facets
 * @param {object} orders orders.json
 * @param {"modified"|"name"|"stage"} order latest change first; by name; furthest stage first. Equal ones by change, then name.
 * @param {string[]} stages the stages' codes, first stage first
 */
export function sorted({ stage }, { modified, name }, numbers, order, stages) {
  const byName = (a, b) => name[a] - name[b];
  const byChange = (a, b) => modified[b] - modified[a] || byName(a, b);
  const place = number => stages.indexOf(stage.codes[stage.sets[stage.of[number]]?.[0]]);
  const compare = { name: byName, stage: (a, b) => place(b) - place(a) || byChange(a, b) }[order] ?? byChange;
  return [...numbers].sort(compare);
}

/** Practices of the regions chosen first, then those of the whole country. */
export function told(columns, numbers, chosen) {
  const regions = chosen.get("region");
  if (!regions?.size || (regions.size === 1 && regions.has("maa-FI"))) return [numbers, []];
  const { codes, sets, of } = columns.region, country = codes.indexOf("maa-FI");
  return [false, true].map(isNational => numbers.filter(number => sets[of[number]].includes(country) === isNational));
}

/** What an address asks for. */
export function readState(query, names) {
  const parameters = new URLSearchParams(query);
  const chosen = new Map(names.map(name => [name, new Set(parameters.getAll(name))]));
  return {
    query: (parameters.get("q") ?? "").trim(), chosen, sort: parameters.get("sort") ?? "", view: parameters.get("view") ?? "",
  };
}

/** The address's query for a state; empty when nothing is asked for. */
export function writeState({ query, chosen, sort, view }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("q", query);
  for (const [name, codes] of chosen) for (const code of codes) parameters.append(name, code);
  if (sort) parameters.set("sort", sort);
  if (view) parameters.set("view", view);
  const text = parameters.toString();
  return text && "?" + text;
}

/** What the query was taken to mean, in words; nothing when it was taken as written. */
export function understood({ mode, words }) {
  const meant = words.map(word => {
    if (word.how === "misspelt") return word.form;
    if (word.how === "split") return word.parts.map(part => part.form ?? part.word).join(" + ");
    return word.word;
  });
  const isOther = words.some(word => word.how === "misspelt" || word.how === "split");
  return isOther || mode === "any" ? meant.join(mode === "any" ? " / " : " ") : "";
}

/** A set of so many codes (SetWriting.swift). */
function readSet(bit, codes, context, before = []) {
  const set = [], key = (part, number) => context << 20 | part << 17 | number;
  let next = 0;
  const add = (part, number) => {
    while (next < codes - 1 && !bit(key(part, number ?? next), number === undefined ? codes - next : 2)) next++;
    set.push(next++);
  };
  for (const code of before) {
    const number = Math.min(set.length, 3), isSame = bit(key(0, number));
    next = code + 1;
    if (!isSame) { add(1, number); break; }
    set.push(code);
  }
  while (next < codes && bit(key(3, next))) add(2);
  return set;
}

/**
 * The facets that the build wrote (FacetColumn.swift): of each its `codes`, the different `sets` of codes that practices are
 * found under, and the set `of` each of so many practices.
 *
 * @param {object} written what the build wrote
 * @param {number} count how many practices there are
 * @param {(text: string, contexts: number) => object} open reads decisions, as the search does
 */
export function readFacets({ of, order, codes }, count, open) {
  const { bit } = open(of, 65536), columns = {};
  const facets = Object.entries(codes).map(([name, codes], index) => {
    const size = codes.length, under = codes.map((code, i) => [i, ...readSet(bit, size, 2 * index + 1)]);
    const sets = [], places = new Map(), of = [];
    columns[name] = { codes, sets, of };
    let last;
    return isAsBefore => {
      const before = last && isAsBefore && index < order ? last : undefined, set = readSet(bit, size, 2 * index, before), key = String(set);
      if (!places.has(key)) places.set(key, sets.push([...new Set(set.flatMap(code => under[code]))]) - 1);
      of.push(places.get(key));
      last = set;
      return before && key === String(before);
    };
  });
  for (let i = 0; i < count; i++) facets.reduce((isAsBefore, read) => read(isAsBefore), true);
  return columns;
}

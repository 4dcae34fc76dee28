// Finnish search over the index that the build wrote. No DOM: a page and Node use it alike.
//
//   const index = await openIndex(name => fetch("/search/" + name).then(r => r.arrayBuffer()).then(b => new Uint8Array(b)))
//   const { hits, explanation } = await index.search("poissaoloihin", { filters: { region: ["hva-08"] } })
//
// The index knows base forms only. A word of a query is matched against the forms that each base form can take: its
// stems, made by the rules of Finnish inflection, followed by an ending. One misspelt letter is forgiven in either.

const decoder = new TextDecoder();
const V = "aeiouyäöå";
const vowelEnd = new RegExp(`[${V}]$`);

/** Lower case, composed, without soft hyphens: as the build writes words. */
export const fold = text => text.normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").toLowerCase()
  .replace(/[\u2010\u2011]/g, "-").replace(/\u2019/g, "'");
const wordPattern = /[\p{L}\p{N}\p{M}\u00ad]+(?:['’:\-\u2010\u2011][\p{L}\p{N}\p{M}\u00ad]+)*/gu;

// Consonant gradation: the strong grade and its weak grades, longest first.
const grades = "kk:k pp:p tt:t nk:ng mp:mm nt:nn lt:ll rt:rr lk:l,lj rk:r,rj hk:h,hj k:,v,' p:v t:d".split(" ")
  .map(pair => pair.split(":")).map(([strong, weak]) => [strong, weak.split(",")]);
const grading = new RegExp(`^(.*?[${V}][lrnmh]??)(kk|pp|tt|nk|mp|nt|lt|rt|lk|rk|hk|k|p|t)([${V}]+)$`);
const strongOf = new Map();
for (const [strong, weaks] of grades) for (const weak of weaks) strongOf.set(weak, [...(strongOf.get(weak) ?? []), strong]);

/** A stem in both grades, whichever it is given in strong. */
const weaken = stem => {
  const match = grading.exec(stem);
  if (!match) return [stem];
  const weaks = grades.find(([strong]) => strong === match[2])[1];
  return [stem, ...weaks.map(weak => match[1] + weak + match[3]), ...(/[ao]ik[aä]$/.test(stem) ? [stem.slice(0, -3) + "j" + stem.at(-1)] : [])];
};
/** A stem in both grades, given weak: the base form of hanke, hammas, tavata. */
const strengthen = stem => {
  const match = /^(.*?[aeiouyäö][lrnmh]??)(k|p|t|ng|mm|nn|ll|rr|lj|rj|hj|l|r|h|v|d|)([aeiouyäö])$/.exec(stem);
  if (!match) return [stem];
  return [stem, ...(strongOf.get(match[2]) ?? []).filter(s => match[2] || s === "k").map(s => match[1] + s + match[3])];
};

/** The same before a last consonant: askel, tytär, avain's puhelin. */
const strengthenLast = word => strengthen(word.slice(0, -1)).map(stem => stem + word.at(-1));

// What may follow a stem: a case, a possessive suffix, a clitic.
const owners = "ni|si|mme|nne|ns[aä]";
const clitic = "(?:k[aä]{2}n|kin|h[aä]n|k[oö]|p[aä])?";
const ending = text => new RegExp(`^(?:${text})${clitic}$`);
const cases = `(?:(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä]|t?[aä]|kse)(?:${owners}|[aeä]n)?|ksi`;
const illative = `(?:h?[${V}]|see|sii|hi|i)(?:n|${owners})`;
const kinds = {
  base: ending(`(?:${owners})?`),
  singular: ending(`(?:m[mp][aäi])?${cases}|${illative}|n|t|${owners}|mpi)`),
  without: ending(`tt[aä](?:${owners}|[aä]n)?`),
  compared: ending(`m(?:pi|[mp][aäi]${cases}|${illative}|n|t|${owners}))`),
  consonant: ending(`t[aä](?:${owners}|[aä]n)?|ten|n[aä]`),
  plural: ending(`(?:m[mp][aäi])?${cases}|${illative}|n|(?<=[aä])t|(?:d|t|tt)?e(?:n|${owners})|ne(?:${owners}|en))`),
  present: ending(`(?:isi)?(?:n|t|mme|tte|v[aä]t|[${V}])|isi|m[aä](?:ss[aä]|st[aä]|[aä]n|ll[aä]|tt[aä])|`
    + `(?:ess[aä]|en|kse)(?:${owners}|[aeä]n)?|k[aä]{2}|k[oö]{2}n|`),
  past: ending("|n|t|mme|tte|v[aä]t"),
  passive: ending("(?:t?t|d|l|n|r)(?:[aä]{2}n|[aä]isiin|iin|[uy]|[aä]ess[aä])|[tdlnr][aä]"),
};

/** The stems of a base form, each with what may follow it; `inflection` is 1 for nominals, 2 for verbs, 4 for unknown words. */
function stemsOf(word, inflection) {
  const stems = [[word, kinds.base]];
  const add = (kind, ...list) => { for (const stem of list) stems.push([stem, kinds[kind]]); };
  if (inflection & 5) addNominal(word, add);
  if (inflection & 2) addVerb(word, add);
  if (inflection & 4) add("singular", word, word + "i");
  return stems;
}

function addNominal(word, add) {
  const cut = n => word.slice(0, -n);
  const ends = (...list) => list.some(end => word.endsWith(end));
  const stem = cut(1);
  if (ends("nen")) {
    add("singular", cut(3) + "se"), add("consonant", cut(3) + "s"), add("plural", cut(3) + "si");
  } else if (ends("s")) {
    const vowel = stem.at(-1);
    add("consonant", word), add("singular", stem + "kse"), add("plural", stem + "ksi");
    if (ends("us", "ys")) add("singular", stem + "de", stem + "te"), add("consonant", stem + "t");
    for (const full of strengthen(stem)) add("singular", full + vowel), add("plural", full + "i");
    if (ends("as", "äs", "es")) add("singular", stem + "nne", stem + "nte"), add("consonant", stem + "t"), add("plural", stem + "nsi");
    if (ends("mies")) add("singular", stem + "he"), add("plural", stem + "hi");
  } else if (ends("n")) {
    const [a, o] = /[aou][^äöy]*$/.test(word) ? "ao" : "äö";
    add("consonant", word), add("singular", stem, stem + "me"), add("plural", stem + "mi");
    for (const full of strengthen(stem)) add("singular", full + "ne"), add("plural", full + "ni");
    if (ends("in")) for (const full of strengthen(stem)) add("singular", full + "me", full + "mm" + a, full + "mp" + a), add("plural", full + "mi", full + "mmi", full + "mpi");
    if (ends("t" + o + "n")) add("singular", cut(3) + "tt" + o + "m" + a), add("plural", cut(3) + "tt" + o + "mi");
  } else if (ends("t")) {
    if (/[nlrs][uy]t$/.test(word)) add("singular", cut(2) + "ee"), add("plural", cut(2) + "ei");
    add("consonant", word), add("singular", stem + "e", stem, word + "i", ...weaken(stem)), add("plural", cut(2) + "i", cut(2) + "oi", cut(2) + "ei", stem + "i");
  } else if (ends("l", "r")) {
    add("consonant", word);
    for (const full of strengthenLast(word)) add("singular", full + "e"), add("plural", full + "i");
    add("singular", word + "i"), add("plural", word + "ei", word + "ej");
  } else if (ends("i")) {
    for (const full of weaken(word)) {
      const bare = full.slice(0, -1);
      add("singular", full, bare + "e"), add("plural", bare + "ei", bare + "ej", full, bare + "j"), add("consonant", bare);
    }
    if (ends("si")) for (const full of weaken(cut(2) + "te")) add("singular", full), add("consonant", cut(2) + "t", cut(2) + "n");
    if (ends("ksi")) add("singular", cut(3) + "hde", cut(3) + "hte"), add("consonant", cut(3) + "ht");
    if (ends("psi", "tsi")) add("consonant", cut(3) + "s");
    if (ends("mi")) add("consonant", cut(2) + "n");
    if (ends("mpi")) add("singular", cut(1) + "a", cut(1) + "ä", cut(2) + "ma", cut(2) + "mä"), add("plural", cut(2) + "mi");
  } else if (ends("e")) {
    for (const full of strengthen(word)) add("singular", full + "e", full), add("plural", full + "i");
    add("singular", word), add("without", word);
  } else if (vowelEnd.test(word)) {
    for (const full of weaken(word)) {
      const bare = full.slice(0, -1);
      add("singular", full), add("without", full);
      if (ends("a", "ä")) add("compared", bare + "e"), add("plural", bare + "i", bare + "oi", bare + "oj", bare + "öi", bare + "öj");
      else add("plural", full + "i", full + "j");
    }
    if (ends("uo", "yö", "ie")) add("plural", cut(2) + word.at(-1) + "i");
    if (/(.)\1$/.test(word)) add("plural", stem + "i");
  } else {
    add("singular", word + "i"), add("plural", word + "ei", word + "i", word + "ej");
  }
}

/** The stems of a verb, given its first infinitive. */
function addVerb(word, add) {
  const cut = n => word.slice(0, -n), a = word.at(-1);
  add("present", word);
  if (/[aeiouyäö][aä]$/.test(word)) {
    for (const full of weaken(cut(1))) {
      const bare = full.slice(0, -1);
      add("present", full);
      if (/[aäei]$/.test(full)) add("past", bare + "i", bare + "oi", bare + "isi"), add("present", bare + "i"), add("passive", bare + "e");
      else add("past", full + "i");
      add("passive", full);
    }
    for (const full of weaken(cut(1))) if (/t[aä]$/.test(full)) add("past", cut(3) + "si");
  } else if (/(?:ll|nn|rr|st)[aä]$/.test(word)) {
    for (const full of strengthenLast(cut(2))) add("present", full + "e", full + "i"), add("past", full + "i", full + "isi");
    add("present", cut(2), cut(1), cut(3) + "kse"), add("past", cut(3) + "ksi"), add("passive", cut(2), cut(1));
  } else if (/[aeiouyäö]t[aä]$/.test(word)) {
    for (const full of strengthen(cut(2))) add("present", full + a, full + "ne", full), add("past", full + "si", full + "ni", full + "nisi", full + "isi");
    add("present", cut(2) + "tse", cut(2) + "tsi", cut(1)), add("past", cut(2) + "tsi", cut(2) + "tsisi"), add("passive", cut(2), cut(1));
  } else if (/hd[aä]$/.test(word)) {
    add("present", cut(3) + "ke", cut(3) + "e"), add("past", cut(3) + "ki", cut(3) + "i", cut(3) + "kisi"), add("passive", cut(2));
  } else if (/d[aä]$/.test(word)) {
    add("present", cut(2), cut(3)), add("past", cut(2) + "i", cut(3) + "i", cut(4) + cut(2).at(-1) + "i", cut(3) + "isi"), add("passive", cut(2), cut(1));
  }
}

/** Every way of changing one letter of a text. */
function* misspellings(text) {
  for (let i = 0; i <= text.length; i++) {
    const head = text.slice(0, i), tail = text.slice(i);
    if (tail) yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail[1] + tail[0] + tail.slice(2);
    for (const letter of "aeiouyäölnrstdhjkmpvgb") {
      yield head + letter + tail;
      if (tail) yield head + letter + tail.slice(1);
    }
  }
}

/** Whether `word` from `at` goes on as `stem` from `from` to its end. */
function goesOn(word, at, stem, from) {
  while (from < stem.length) if (word[at++] !== stem[from++]) return false;
  return true;
}

/** Where a word's rest can begin when one edit at its first letter that differs makes it begin as `stem`. */
function endsAfterEdit(word, stem, i) {
  const ends = [], length = stem.length;
  if (goesOn(word, i + 1, stem, i + 1)) ends.push(length);  // a wrong letter
  if (goesOn(word, i + 1, stem, i)) ends.push(length + 1);  // a letter too many
  if (goesOn(word, i, stem, i + 1)) ends.push(length - 1);  // a letter missing
  if (word[i] === stem[i + 1] && word[i + 1] === stem[i] && goesOn(word, i + 2, stem, i + 2)) ends.push(length);  // two swapped
  return ends;
}

const longestEnding = 12;

/**
 * How a word can be a form of a stem: as it stands, or with one misspelt letter when `lenient`.
 * Gives `[errors, the form it was taken for]`, or nothing.
 */
function matchStem(word, stem, kind, lenient) {
  let i = 0;
  while (i < stem.length && word[i] === stem[i]) i++;
  if (i === stem.length) {
    const rest = word.slice(i);
    if (rest.length > longestEnding) return;
    if (kind.test(rest)) return [0, word];
    if (lenient && i > 2 && rest.length < 8) for (const tail of misspellings(rest)) if (kind.test(tail)) return [1, stem + tail];
  } else if (lenient && i > 0) {
    for (const end of endsAfterEdit(word, stem, i)) {
      const rest = word.slice(end);
      if (rest.length <= longestEnding && kind.test(rest)) return [1, stem + rest];
    }
  }
}

/** Whether a word is near enough to a base form to be worth comparing: inflection changes its last four letters at most. */
function isNear(word, base, lenient) {
  const end = Math.max(1, base.length - 4);
  let i = 0;
  while (i < end && word[i] === base[i]) i++;
  return i === end || lenient && i > 0 && endsAfterEdit(word, base.slice(0, end), i).length > 0;
}

/** Whether a word is a form of a base form. */
export const isForm = (word, base, inflection) =>
  word === base || stemsOf(base, inflection).some(([stem, kind]) => matchStem(word, stem, kind, false));

export async function openIndex(load) {
  const loaded = new Map();
  const once = (name, read) => {
    if (!loaded.has(name)) loaded.set(name, load(name).then(read));
    return loaded.get(name);
  };
  const json = bytes => JSON.parse(decoder.decode(bytes));
  const manifest = await once("manifest.json", json);
  const boundaries = manifest.terms;

  const shardAt = word => {
    let low = 0, high = boundaries.length;
    while (high - low > 1) { const middle = (low + high) >> 1; if (boundaries[middle] <= word) low = middle; else high = middle; }
    return low;
  };
  const fileName = shard => "terms/t" + [...boundaries[shard]].map(c => /[a-z0-9]/.test(c) ? c : "_" + c.codePointAt(0).toString(16)).join("");

  /** The terms of a dictionary file: `{text, shard, index, surface, size}`. */
  const readShard = shard => once(fileName(shard) + ".txt", bytes => {
    const [files, marks, ...rows] = decoder.decode(bytes).split("\n");
    let previous = "";
    const terms = rows.map((row, index) => {
      const mark = marks.charCodeAt(index) - 48;
      previous = previous.slice(0, row.charCodeAt(0) - 32) + row.slice(1);
      return { text: previous, shard, index, surface: mark > 31, inflection: mark >> 3, size: mark & 7 };
    });
    return { files: files.split(",").map(Number), terms };
  });

  /** The documents of a term and their impacts. */
  async function postings(term) {
    const { files } = await readShard(term.shard);
    let file = 0, index = term.index;
    while (index >= files[file]) index -= files[file++];
    const lists = await once(`${fileName(term.shard)}-${file}.bin`, bytes => {
      let at = 0;
      const number = () => { let value = 0, shift = 0, byte; do { byte = bytes[at++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127); return value; };
      return Array.from({ length: files[file] }, () => {
        const count = number(), documents = new Array(count);
        for (let i = 0, last = -1; i < count; i++) documents[i] = last += number();
        const impacts = documents.map((_, i) => bytes[at + (i >> 1)] >> (i & 1) * 4 & 15);
        at += count + 1 >> 1;
        return { documents, impacts };
      });
    });
    return lists[index];
  }

  /** The dictionary files that could hold the base form of a word. */
  function shardsFor(word) {
    const shards = new Set([shardAt(word)]);
    for (let end = 2; end <= word.length; end++) {
      const head = word.slice(0, end), tail = word.slice(end);
      for (const other of [...weaken(head), ...strengthen(head)]) shards.add(shardAt(other + tail));
    }
    return shards;
  }

  const termsIn = async shards => (await Promise.all([...shards].map(readShard))).flatMap(shard => shard.terms);

  /** The terms that a word is a form of: `{term, cost, form}`; a misspelling costs more than an inflection. */
  function matches(word, terms, lenient) {
    const found = [];
    for (const term of terms) {
      const { text } = term;
      if (text === word) { found.push({ term, cost: 0, form: word }); continue; }
      if (!isNear(word, text, lenient)) continue;
      let best;
      term.stems ??= stemsOf(text, term.inflection);
      for (const [stem, kind] of term.stems) {
        const match = matchStem(word, stem, kind, lenient);
        if (match && !(best?.cost <= 1 + match[0] * 2)) best = { term, cost: 1 + match[0] * 2 - (stem === text && match[1] === text ? 1 : 0), form: match[1] };
        if (best?.cost <= 1) break;
      }
      if (best) found.push(best);
    }
    return found;
  }

  /** What a word is taken to mean: `{word, how, form, terms}` or, split in two, `{word, how, parts}`. */
  async function resolve(word, exact) {
    const own = (await readShard(shardAt(word))).terms, same = own.find(term => term.text === word);
    const terms = same && !same.surface ? own : await termsIn(shardsFor(word));
    const pick = (found, how) => ({ word, how, form: found[0].form, terms: found.map(match => match.term) });
    let found = matches(word, terms, false);
    if (found.length) {
      const least = Math.min(...found.map(match => match.cost));
      if (!least) found = found.filter(match => !match.cost);
      if (found.some(match => match.term.surface) && !exact)
        for (const term of terms) if (term.surface && word.length > 3 && term.text.startsWith(word) && term.text !== word) found.push({ term, cost: 1, form: word });
      return pick(found, least ? "inflected" : "exact");
    }
    if (exact) return { word, how: "none", terms: [] };
    const split = word.includes("-") ? word.split("-").filter(Boolean) : null;
    if (split?.length > 1) return { word, how: "split", parts: await Promise.all(split.map(part => resolve(part, exact))) };
    if (word.length > 3) {
      found = matches(word, terms, true);
      if (!found.length) {
        const more = new Map();
        for (const other of misspellings(word)) { const shard = shardAt(other); more.set(shard, (more.get(shard) ?? 0) + 1); }
        const shards = [...more].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([shard]) => shard);
        const seen = new Set(terms.map(term => term.shard));
        found.push(...matches(word, await termsIn(shards.filter(shard => !seen.has(shard))), true));
      }
    }
    const parts = await splitWord(word, terms);
    if (parts) return { word, how: "split", parts };
    if (word.length > 2) {
      const prefixed = terms.filter(term => term.text.startsWith(word)).slice(0, 64);
      if (prefixed.length) return { word, how: "prefix", form: word, terms: prefixed };
    }
    if (found.length) {
      const least = Math.min(...found.map(match => match.cost));
      found = found.filter(match => match.cost === least).sort((a, b) => b.term.size - a.term.size);
      return pick(found.filter(match => match.form === found[0].form || match.term.size >= found[0].term.size), "misspelt");
    }
    return { word, how: "none", terms: [] };
  }

  /** A compound that the index does not have, as two words that it has: *koulupoissaolo*. */
  async function splitWord(word, terms) {
    const heads = new Set();
    for (const term of terms) {
      const { text } = term;
      if (term.surface || text.length > word.length || !isNear(word, text)) continue;
      term.stems ??= stemsOf(text, term.inflection);
      if (text.length > 2 && word.startsWith(text)) heads.add(text.length + ":" + text);
      for (const [stem, kind] of term.stems)
        if (stem.length > 2 && kind === kinds.singular && word.startsWith(stem + "n")) heads.add(stem.length + 1 + ":" + text);
    }
    const ordered = [...heads].map(head => [parseInt(head), head.split(":")[1]]).filter(([length]) => word.length - length > 2).sort((a, b) => b[0] - a[0]).slice(0, 3);
    for (const [length, text] of ordered) {
      const tail = word.slice(length);
      const found = matches(tail, await termsIn(shardsFor(tail)), false);
      if (found.length) return [
        { word: word.slice(0, length), how: "exact", form: word.slice(0, length), terms: terms.filter(term => term.text === text) },
        { word: tail, how: "inflected", form: tail, terms: found.map(match => match.term) }];
    }
  }

  /** Documents and scores of what a word was taken to mean. */
  async function scores(meaning) {
    if (meaning.parts) return all(await Promise.all(meaning.parts.map(scores)));
    const best = new Map();
    for (const list of await Promise.all(meaning.terms.map(postings)))
      list.documents.forEach((document, i) => { if (!(best.get(document) >= list.impacts[i])) best.set(document, list.impacts[i]); });
    const rarity = Math.log(1 + manifest.documents / (best.size || 1));
    for (const [document, impact] of best) best.set(document, impact * rarity);
    return best;
  }

  const all = lists => {
    const [first, ...rest] = lists;
    const result = new Map();
    for (const [document, score] of first) if (rest.every(list => list.has(document)))
      result.set(document, rest.reduce((sum, list) => sum + list.get(document), score));
    return result;
  };
  const any = lists => {
    const result = new Map();
    for (const list of lists) for (const [document, score] of list) result.set(document, (result.get(document) ?? 0) + score);
    return result;
  };

  const facets = () => once("facets.json", json);
  const cards = block => once(`cards/${block}.json`, json);
  const slugs = block => once(`slugs/${block}.txt`, bytes => decoder.decode(bytes).split("\n"));
  const card = async number => (await cards(Math.floor(number / manifest.cards)))[number % manifest.cards];
  const slug = async number => (await slugs(Math.floor(number / manifest.slugs)))[number % manifest.slugs];
  const numbers = new Map();

  /** Whether a document passes the filters: one code of each facet that has any. */
  async function filter(filters = {}) {
    const chosen = Object.entries(filters).filter(([, codes]) => codes?.length);
    if (!chosen.length) return () => true;
    const columns = await facets();
    const tests = chosen.map(([name, codes]) => {
      const column = columns[name];
      if (!column) return () => false;
      const wanted = new Set(codes.map(code => column.codes.indexOf(code)));
      const passes = column.sets.map(set => set.some(code => wanted.has(code)));
      return document => passes[column.of[document]];
    });
    return document => tests.every(test => test(document));
  }

  async function search(query, { filters, limit } = {}) {
    const words = [];
    for (const [, quoted, plain] of String(query).matchAll(/["”“]([^"”“]+)["”“]|([^"”“]+)/g))
      for (const [word] of (quoted ?? plain).matchAll(wordPattern)) words.push([fold(word), quoted !== undefined]);
    const meanings = await Promise.all(words.slice(0, 16).map(([word, exact]) => resolve(word, exact)));
    const lists = await Promise.all(meanings.map(scores));
    let found = lists.length ? all(lists) : new Map(), mode = "all";
    if (!found.size && lists.some(list => list.size)) { found = any(lists); mode = "any"; }
    const passes = await filter(filters);
    const ranked = [...found].filter(([document]) => passes(document)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const shown = limit === undefined ? ranked : ranked.slice(0, limit);
    const names = await Promise.all(shown.map(([number]) => limit === undefined ? slug(number) : card(number).then(card => card.slug)));
    const hits = shown.map(([number, score], i) => { numbers.set(names[i], number); return { slug: names[i], score }; });
    const plain = meaning => ({ word: meaning.word, how: meaning.how, form: meaning.form, terms: meaning.terms?.map(term => term.text), parts: meaning.parts?.map(plain) });
    return { hits, total: ranked.length, numbers: ranked.map(([number]) => number), explanation: { mode, words: meanings.map(plain) } };
  }

  /** The number of a slug in the order of slugs, or nothing. */
  async function numberOf(name) {
    if (numbers.has(name)) return numbers.get(name);
    let block = 0;
    while (manifest.firstSlugs[block + 1] <= name) block++;
    const at = (await slugs(block)).indexOf(name);
    return at < 0 ? undefined : block * manifest.slugs + at;
  }

  /** The cards of practices by their slugs, in order; unknown ones are left out. */
  async function documents(names) {
    const found = await Promise.all(names.map(numberOf));
    return Promise.all(found.filter(number => number !== undefined).map(card));
  }

  /** Tells which words of a text the query found: `mark(text)` gives `[{text, match}, …]`. */
  async function marker(query) {
    const { explanation } = await search(query, { limit: 0 });
    const texts = explanation.words.flatMap(function list(word) { return word.parts ? word.parts.flatMap(list) : word.terms; });
    const targets = [...new Set(texts)].map(text => ({ text, stems: stemsOf(text, 1) }));
    const isMatch = word => targets.some(({ text, stems }) => {
      if (word.startsWith(text) && (word.length === text.length || word.length - text.length > 3)) return true;
      for (let i = 0; i <= word.length - text.length + 2; i++) {
        const tail = word.slice(i);
        if (i && text.length < 3) break;
        if (tail === text || stems.some(([stem, kind]) => matchStem(tail, stem, kind, false))) return true;
      }
    });
    return text => {
      const pieces = [];
      let end = 0;
      for (const match of text.matchAll(wordPattern)) if (isMatch(fold(match[0]))) {
        if (match.index > end) pieces.push({ text: text.slice(end, match.index), match: false });
        pieces.push({ text: match[0], match: true });
        end = match.index + match[0].length;
      }
      if (end < text.length) pieces.push({ text: text.slice(end), match: false });
      return pieces;
    };
  }

  return { search, documents, marker, facets, numberOf, size: manifest.documents };
}

// Finnish search over the index that the build wrote. No DOM: a page and Node use it alike.
//
//   const index = await openIndex(name => fetch("/search/" + name).then(r => r.arrayBuffer()).then(b => new Uint8Array(b)))
//   const { numbers, first } = await index.search("poissaoloihin", { filters: { region: ["hva-08"] } })
//   const cards = await index.cards(numbers.slice(0, first))
//
// Files are fetched when they are needed and kept. How they are written is told in the build's sources, beside the code
// that writes them (Sources/Searching).

import { bytesOf, decisions, readList } from "./1-decisions.js";
import { canEndAfter, fold, isForm, isFormOf, isNear, kinds, stemsOf, strengthen, weaken, wordPattern } from "./1-finnish.js";
import { firstTogether } from "./1-first.js";
import { all, any, best, binds, hashOf, inTurn, reader, score, scoring, telling } from "./1-lists.js";

const decoder = new TextDecoder();
const json = bytes => JSON.parse(decoder.decode(bytes));

/** The name of the dictionary of common words among those of the others, which have numbers. */
const common = "common";

/** The terms of what a word or phrase is taken to mean. */
const leaves = meaning => meaning.parts ? meaning.parts.flatMap(leaves) : meaning.terms;

/** The texts of lines that each begin with a character telling how many letters they share with the one before. */
function unfold(lines) {
  let text = "";
  return lines.map(line => text = text.slice(0, line.charCodeAt(0) - 35) + line.slice(1));
}

/** What is made of a key, once for all; again when it was a promise that failed. */
function kept(made, key, make) {
  if (!made.has(key)) {
    made.set(key, make(key));
    made.get(key).catch?.(() => made.delete(key));
  }
  return made.get(key);
}

/** What the dictionary knows of a term. */
const readMarks = ({ tree }, text) => tree(4, 0x6000 + ([...text].at(-1).codePointAt() % 256 << 4));

/**
 * The dictionary of common words: its terms `{text, shard, index, marks, size}`, and of each that begins a file the index. The
 * size is 4 of one that every practice has.
 */
function readCommon(dictionary) {
  const [written, ...lines] = dictionary.split("|"), source = decisions(bytesOf(written)), starts = [];
  let before = 0;
  const terms = unfold(lines).map((text, index) => {
    const letters = [...text], same = lines[index].charCodeAt() - 35, more = [before, letters.length].map(count => Math.min(count - same, 7));
    if (!source.bit(0x5000 + (Math.min(same, 3) << 6) + (more[0] << 3) + more[1])) starts.push(index);
    before = letters.length;
    const marks = readMarks(source, text), size = source.tree(2, 0x4000);
    return { text, shard: common, index, marks, size: size + (size > 2 && source.bit(0x7000)) };
  });
  return { starts, terms };
}

/**
 * Opens the index whose files `load(name)` gives as a `Uint8Array`.
 *
 * @param {(name: string) => Promise<Uint8Array>} load
 * @param {() => Promise<object>} [importCorrections] gives the script that is asked about words that no practice has
 * @param {() => Promise<object>} [importListing] gives the one that reads facets, which a page with filters has
 */
export async function openIndex(load, importCorrections = () => import("./corrections.js"), importListing = () => import("./listing.js")) {
  const loaded = new Map(), once = (name, read) => kept(loaded, name, () => load(name).then(read));
  // Every query needs the common words, so they come with the manifest.
  const manifest = json(await load("manifest.json")), boundaries = manifest.terms && unfold(manifest.terms.split("|")), commonTerms = readCommon(manifest.common);
  const turns = inTurn(manifest.documents);

  // The dictionary

  const shardAt = word => {
    let low = 0, high = boundaries.length;
    while (high - low > 1) {
      const middle = low + high >> 1;
      if (boundaries[middle] <= word) low = middle; else high = middle;
    }
    return low;
  };
  const fileOfShard = shard => `terms/t${boundaries[shard].replace(/[^a-z0-9]/g, letter => "_" + letter.charCodeAt(0).toString(16))}.bin`;
  const readShard = shard => once(fileOfShard(shard), bytes => {
    const { number, take } = reader(bytes), lines = decoder.decode(take(number())).split("\n"), source = decisions(take(Infinity)), lists = [];
    const terms = unfold(lines).map((text, index) => {
      const marks = readMarks(source, text), list = readList(source), { length } = list.documents;
      lists.push(list);
      return { text, shard, index, marks, size: (length > 2) + (length > 11) + (length > 99) };
    });
    return { terms, lists };
  });
  /** A common term that is all that is asked for. */
  let lone;
  /**
   * The file of a term's postings; of a common one how many terms it has too, which of them this is, and the file with its cards
   * and postings, if it is another: all that is needed where it is the only term.
   */
  const fileOf = ({ shard, index, size }) => {
    if (shard !== common) return { name: fileOfShard(shard), index };
    const { starts, terms } = commonTerms;
    let file = 0;
    while (index >= starts[file + 1]) file++;
    const first = starts[file], hash = hashOf(terms[first].text), own = manifest.few && size && `best/${hash}-${index - first}.bin`;
    return { name: `terms/common-${hash}.bin`, count: (starts[file + 1] ?? terms.length) - first, index: index - first, own };
  };

  const termsIn = async shards => (await Promise.all(shards.map(readShard))).flatMap(shard => shard.terms);
  const stems = term => term.stems ??= stemsOf(term.text, term.marks);
  const isUnknown = term => term.marks & 4;

  /**
   * The dictionary files that the base form of a word can be in: gradation changes letters before the ending. What
   * follows them is the rest of a stem, of which rules change four letters and add three, and an ending.
   */
  function shardsFor(word) {
    const shards = new Set([shardAt(word)]);
    for (let end = 2; end <= word.length; end++)
      if (canEndAfter(word, end)) for (const head of [...weaken(word.slice(0, end)), ...strengthen(word.slice(0, end))]) shards.add(shardAt(head + word.slice(end)));
    return shards;
  }

  // What a word means

  /** The terms that a word is a form of. */
  const matches = (word, terms) => terms.filter(term => term.text === word || term.text.length > 1 && isNear(word, term.text) && isFormOf(word, stems(term)));

  const inCommon = new Map();
  /** The common terms that a word is a form of. */
  const amongCommon = word => kept(inCommon, word, () => matches(word, commonTerms.terms).filter(term => !isUnknown(term)));

  /** As many of the terms, the most common first, as stand in three files of postings. */
  function withinFiles(terms) {
    const names = new Set();
    return [...terms].sort((a, b) => b.size - a.size || a.text.length - b.text.length)
      .filter(term => names.has(fileOf(term).name) || names.size < 3 && names.add(fileOf(term).name));
  }

  /**
   * What a word is taken to mean: `{word, how, form, terms}`, or `{word, how, parts}` when it is split.
   *
   * The common words are looked at first, and alone where one of them fits: most words need no other file.
   */
  async function meaningOf(word) {
    let terms = commonTerms.terms, found = matches(word, terms);
    // It is looked for in two other dictionary files at most: a query's first answer is to need few.
    const asked = new Set(), within = (shards, more = 0) => termsIn([...shards].filter(shard => asked.has(shard) || asked.size < Math.min(2 + more, boundaries.length) && asked.add(shard)));
    // The file that its own letters lead to comes first: gradation hardly ever changes a word's first two or three.
    const [own, ...others] = shardsFor(word);
    for (const shards of [[own], others.reverse()]) if (found.every(isUnknown))
      terms = terms.concat(await within(shards)), found = matches(word, terms);
    if (!found.length) return corrected(word, terms, within);
    const exact = found.filter(term => term.text === word);
    if (exact.length) found = exact;
    // What the dictionary explains is no form of a word that it does not know.
    else if (!found.every(isUnknown)) found = found.filter(term => !isUnknown(term));
    // Words of other languages are not inflected here: what begins alike is found too.
    if (word.length > 3 && found.some(isUnknown))
      found = withinFiles(found.concat(terms.filter(term => isUnknown(term) && term.text !== word && term.text.startsWith(word))));
    return { word, how: exact.length ? "exact" : "inflected", form: word, terms: found };
  }

  let correcting;
  /** What a word is taken to mean that is a form of no term: nothing while the script that knows it cannot be had. */
  async function corrected(word, terms, within) {
    const index = { commonTerms: commonTerms.terms, isForm, kinds, matches, resolve, shardAt, shardsFor, stems, withinFiles };
    const correct = await (correcting ??= importCorrections().then(({ corrections }) => corrections(index)).catch(() => {}));
    if (correct) return correct(word, terms, within);
    correcting = null;
    meanings.delete(word);
    return { word, how: "none", terms: [] };
  }

  const meanings = new Map();
  /** The same, found out once: a query's words are asked for again to be marked, and while it is being typed. */
  const resolve = word => kept(meanings, word, meaningOf);

  /** What the words of a query mean; words in quotes are a phrase. */
  async function understand(query) {
    const meanings = [];
    for (const [, quoted, plain] of String(query).slice(0, 400).matchAll(/["”“„]([^"”“„]+)["”“„]|([^"”“„]+)/g)) {
      const words = [...(quoted ?? plain).matchAll(wordPattern)].map(([word]) => fold(word)).slice(0, 16);
      if (quoted === undefined) meanings.push(...telling(words).map(word => resolve(word)));
      else if (words.length) meanings.push({ word: words.join(" "), how: "phrase", form: words.join(" "), words, terms: words.flatMap(amongCommon) });
    }
    return Promise.all(meanings);
  }

  /** Whether every practice has what a word was taken to mean. */
  const isEverywhere = ({ words, terms = [] }) => !words && terms.some(term => term.size > 3);
  /** Those of a query's words that practices are chosen by: not those that every practice has, where another is sure to find some. */
  const choosing = meanings => {
    const rest = meanings.filter(meaning => !isEverywhere(meaning));
    return rest.some(({ words, terms }) => !words && terms?.length) ? rest : meanings;
  };

  // Documents

  /** The lists of so many common terms in one file; what cards are in it are kept. */
  const readLists = (name, count) => once(name, bytes => {
    const source = reader(bytes), written = decisions(source.take(source.number())), lists = Array.from({ length: count }, () => readList(written));
    if (!source.isAtEnd) keepCards(source.take(Infinity));
    return { lists };
  });
  /** The documents of a term and their impacts. */
  async function postings(term) {
    const { name, count, index, own } = fileOf(term), isLone = own && term === lone;
    return (await (isLone ? readLists(own, 1) : count ? readLists(name, count) : readShard(term.shard))).lists[isLone ? 0 : index];
  }

  /**
   * The scores of documents where words stand one after another as they are written.
   *
   * Where a word stands tells what comes after it, so of a last word that is common only its documents are asked for where they
   * are in one file, which also tell how much they are about it, and of one that binds others nothing. A word that is too
   * common has no places: anything is taken for it.
   */
  async function phrase(words) {
    const hashes = words.map(hashOf), end = words.length - 1, isBinding = end && binds(words[end]);
    const last = end && !isBinding ? amongCommon(words[end]) : [], about = new Set(last.map(term => fileOf(term).name)).size === 1 && await scores({ terms: last });
    const lists = await Promise.all(hashes.map((hash, i) => i < end || !about && !isBinding ? wordPlaces(hash) : null));
    // Those of a word that is in many documents would be as good as none.
    if (!lists.some(Boolean) && (isBinding || about && about.size * 4 < manifest.documents)) lists[end] = await wordPlaces(hashes[end]);
    if (!lists.some(Boolean)) return all(await Promise.all(telling(words).map(async word => scores(await resolve(word)))));
    let found;
    lists.forEach((list, i) => {
      if (!list) return;
      const following = i + 1 < words.length && Math.max(1, hashes[i + 1] >>> 24);
      found = new Map([...list].filter(([practice, nexts]) => (!following || nexts.includes(following)) && (!found || found.has(practice))));
    });
    const list = scoring(manifest.documents);
    for (const [practice, nexts] of found) if (!about || about[practice]) score(list, practice, 1 + (about ? about[practice] : nexts.length));
    return list;
  }

  let everywhere;
  /** The first 24 bits of the hashes of the words that are too common. */
  function readEverywhere() {
    const { number } = decisions(bytesOf(manifest.everywhere)), hashes = new Set();
    for (let left = number(64), hash = -1; --left;) hashes.add(hash += number(0));
    return hashes;
  }
  /** For each practice of a word, a byte of the hash of every word after it; null for a word that is too common. */
  async function wordPlaces(hash) {
    if ((everywhere ??= readEverywhere()).has(hash >>> 8)) return null;
    const lists = await once(`phrases/${hash & manifest.phrases - 1}.bin`, bytes => {
      const source = reader(bytes), lists = new Map();
      for (let last = 0; !source.isAtEnd;) {
        last += source.number();
        lists.set(last, [...(lists.get(last) ?? []), source.take(source.number())]);
      }
      return lists;
    });
    const places = new Map();
    for (const list of lists.get(hash) ?? []) {
      const source = reader(list);
      for (let last = -1; !source.isAtEnd;) {
        last += source.number();
        places.set(last, [...(places.get(last) ?? []), ...source.take(source.number())]);
      }
    }
    return places;
  }

  /** The scores of what a word was taken to mean. */
  async function scores(meaning) {
    if (meaning.words) return phrase(meaning.words);
    if (meaning.parts) return all(await Promise.all(meaning.parts.map(scores)));
    const list = scoring(manifest.documents);
    for (const { documents, impacts } of await Promise.all(meaning.terms.map(postings))) for (let i = 0; i < documents.length; i++) {
      const practice = documents[i];
      if (impacts[i] > list[practice]) score(list, practice, impacts[i] - list[practice]);
    }
    const rarity = Math.log(1 + manifest.documents / (list.size || 1));
    for (let practice = 0; practice < list.length; practice++) list[practice] *= rarity;
    return list;
  }

  let shown;
  /**
   * Each facet's `codes`, the different `sets` of codes that practices are found under, and the set `of` each practice;
   * with `all` those too that a page folds away.
   */
  const facets = async all => {
    const { readFacets } = await importListing(), read = written => readFacets(written, manifest.documents, (text, contexts) => decisions(bytesOf(text), contexts));
    return { ...shown ??= read(manifest.facets), ...all && await once("facets.json", bytes => read(json(bytes))) };
  };
  const orders = () => once("orders.json", json), names = language => once(`names-${language}.json`, json);
  const isSmall = manifest.cards >= manifest.documents;
  /** The file that a card is in beside its neighbours'. */
  const blockOf = number => Math.floor(number / manifest.cards);
  const known = new Map();
  /** Keeps the cards of a file by their numbers, which count from `first` on where it does not tell them. */
  function keepCards(bytes, first) {
    const [names, ...lines] = decoder.decode(bytes).split("\n"), columns = names.split(" "), size = lines.length / columns.length;
    for (let i = 0; i < size; i++) {
      const card = {};
      columns.forEach((name, column) => {
        const text = lines[column * size + i];
        if (name.endsWith("[]")) card[name.slice(0, -2)] = text ? text.split(",") : []; else card[name] = text;
      });
      known.set(+(card.number ?? first + i), { ...card, url: `${manifest.folders[card.language] ?? "/"}${card.slug}/` });
    }
  }
  /** The files of words that the cards of the first results stand in, or their blocks, by the practices' numbers. */
  let together = new Map();
  /** The files of the cards of words' first results, those whose lists are at hand, and whose cards are in each. */
  async function filesOfWords(terms) {
    const files = new Map([["", new Set()]]);
    for (const term of terms) {
      const { name, count, own } = fileOf(term);
      if (!loaded.has(name) && !loaded.has(own)) continue;
      const numbers = best(manifest.best, await postings(term));
      // Where they have no other file, those of common words have come with their lists.
      if (own) files.set(own, numbers);
      else if (count) for (const number of numbers) files.get("").add(number);
      else if (manifest.few && numbers.size > 2) files.set(`few/${hashOf(term.text) & manifest.few - 1}.txt`, numbers);
    }
    return files;
  }
  const card = async number => {
    const file = together.get(number), block = blockOf(number);
    if (file?.length && !known.has(number)) await (file.endsWith("bin") ? readLists(file, 1) : once(file, keepCards));
    if (!known.has(number)) await once(`cards/${block}.txt`, bytes => keepCards(bytes, block * manifest.cards));
    return known.get(number);
  };
  /** The cards of practices by their numbers, in order. */
  const cards = numbers => Promise.all(numbers.map(card));
  const slugs = block => once(`slugs/${block}.txt`, bytes => decoder.decode(bytes).split("\n"));
  /** How many files have been asked for since the manifest. */
  const fetched = () => loaded.size + (correcting ? 1 : 0);

  /** Gives what leaves of some practices those that pass the filters: one of the codes of each facet that has any. */
  async function filter(filters = {}) {
    const chosen = new Map(Object.entries(filters).filter(([, codes]) => codes?.length).map(([name, codes]) => [name, new Set([codes].flat())]));
    const asked = [...chosen.keys()];
    if (!asked.length) return numbers => numbers;
    const columns = await facets(asked.some(name => !manifest.facets.codes[name])), { narrow } = await importListing();
    return numbers => asked.every(name => columns[name]) ? narrow(columns, asked, numbers, chosen).numbers : [];
  }

  /**
   * The practices that a query finds, best first: those that have all its words, or any when none has all.
   *
   * @param {string} query words, and phrases in quotes
   * @param {object} [options] `filters`: codes by facet, one of each
   * @returns `numbers`: all that were found, in order; `total`: how many; `first`: how many of them, ten at most, to show
   *   first, since a query fetches six files then, two of them with cards; `explanation`: `{mode: "all"|"any", words: [{word,
   *   how, form, terms, parts}]}`, where `how` is `exact`, `inflected`, `prefix`, `misspelt` (`form` is the corrected word),
   *   `split` (into `parts`), `phrase` or `none`
   */
  async function search(query, { filters } = {}) {
    const before = fetched(), meanings = await understand(query), terms = meanings.flatMap(leaves);
    lone = terms.length < 2 && terms[0];
    const [lists, passing] = await Promise.all([Promise.all(choosing(meanings).map(scores)), filter(filters)]);
    const filled = lists.filter(list => list.size);
    let found = filled.length ? all(lists) : [], mode = "all";
    if (filled.length && !found.size) {
      // A word that nothing has does not loosen what the others ask for.
      found = all(filled), mode = "any";
      if (!found.size) found = any(filled);
    }
    // Few scores are different, so only they are sorted, and not what has them.
    const equal = new Map();
    for (const practice of turns) if (found[practice]) {
      const others = equal.get(found[practice]);
      if (others) others.push(practice); else equal.set(found[practice], [practice]);
    }
    const sorted = [...equal.keys()].sort((a, b) => b - a).flatMap(score => equal.get(score));
    const { ranked, files } = firstTogether(passing(sorted), found, await filesOfWords(terms), blockOf);
    together = files;
    // The manifest and the script are two of the six. The best one is shown whatever it takes.
    const taken = new Set(), left = Math.max(files.get(ranked[0]) ? 1 : 0, Math.min(2, 4 - fetched() + before));
    const first = [...ranked.slice(0, 10), -1].findIndex(number => number < 0 || taken.add(files.get(number)).size - taken.has("") > left);
    const plain = ({ word, how, form, terms, parts }) => ({ word, how, form, terms: terms?.map(term => term.text), parts: parts?.map(plain) });
    return { numbers: ranked, total: ranked.length, first, explanation: { mode, words: meanings.map(plain) } };
  }

  /** The number of a practice by its slug, or nothing. */
  async function numberOf(name) {
    for (let block = 0; block * manifest.slugs < manifest.documents; block++) {
      const at = (await slugs(block)).indexOf(name);
      if (at >= 0) return block * manifest.slugs + at;
    }
  }

  /**
   * What tells the words of a text that a query means: those `written` in a phrase, and the `targets` that others are forms of,
   * `[text, is unknown, is a form of it]`. Marking them is the page's affair (`marker` in cards.js).
   */
  async function meant(query) {
    const meanings = await understand(query), targets = [...new Set(meanings.flatMap(leaves))];
    return {
      fold, wordPattern, written: new Set(meanings.flatMap(({ words = [] }) => words)),
      targets: targets.map(term => [term.text, isUnknown(term), word => isFormOf(word, stems(term))]),
    };
  }

  return {
    search, cards, meant, facets, orders, names, numberOf, size: manifest.documents,
    /** Whether every card is in one file. */
    isSmall,
  };
}

// What a word can mean that is a form of no word of the index: it is misspelt, a part of a word, or made of words.
//
// Most queries have no such word, so this is a script of its own, which the search imports for the first one. It knows
// of the index and of Finnish what the search hands it, and so needs nothing of the search's script a second time.

import { bestMatch, dotted, isNearly, misspellings, plain, twoSlips } from "./1-slips.js";

// What nouns and adjectives are made of verbs with, and the ending of a finite form that has the same stem.
const derivations = Object.entries({ minen: "", ja: "", jä: "", va: "", vä: "", ttu: "ttiin", tty: "ttiin", tu: "tiin", ty: "tiin", ut: "ee", yt: "ee" });

const isUnknown = term => term.marks & 4;
const bySize = (a, b) => b.term.size - a.term.size;

/** How many letters a word lacks of what a base form and its stems have in common, all but the last five. */
function lacks(word, base) {
  let count = base[0] === word[0] ? 0 : 3;
  for (let i = base.length - 6; i > 0; i--) if (!word.includes(base[i])) count++;
  return count;
}

/** Gives what tells a word's meaning: `correct(word, terms, within)`, as the search's own `meaningOf` does. */
export function corrections({ commonTerms, isForm, kinds, matches, resolve, shardAt, shardsFor, stems, withinFiles }) {
  /** Finite forms of the verb that a word may be made of: *seuraaminen* of *seuraa*, *kiusatuksi* of *kiusattiin*. */
  function formsOfVerb(word) {
    const forms = [];
    for (let at = 3; at < word.length - 1; at++) for (const [suffix, finite] of derivations)
      if (word[at] === suffix[0] && isForm(word, word.slice(0, at) + suffix, 1)) forms.push(word.slice(0, at) + finite);
    return forms;
  }

  /** Whether two words, of which the dictionary knows neither, may be forms of one: *Varhan* and *Varhassa*. */
  function sharesBase(word, other) {
    for (let end = word.length; end > 3; end--)
      if (other.startsWith(word.slice(0, end))) return kinds.singular.test(word.slice(end)) && kinds.singular.test(other.slice(end));
    return false;
  }

  /** The dictionary files of a word typed without dots: any of its first vowels may have had them. */
  function dottedShards(word) {
    let heads = [""];
    for (const letter of word.slice(0, 6)) heads = heads.flatMap(head => letter === "a" ? [head + "a", head + "ä"] : letter === "o" ? [head + "o", head + "ö"] : [head + letter]);
    return new Set(heads.flatMap(head => [...shardsFor(head + word.slice(6))]));
  }

  /** The terms that a word typed without dots is a form of. */
  function dottedAmong(word, terms) {
    const found = [], bare = plain(word), isWritten = (letter, i) => bare[i] === word[i] || letter === word[i];
    for (const term of terms) {
      const form = isNearly(bare, plain(term.text)) && dotted(bare, stems(term));
      if (form && [...form].every(isWritten)) found.push({ term, form });
    }
    return found.sort(bySize);
  }

  /** The terms that a word may be a misspelt form of, its first letter too when `lenient` is 2: `{term, cost, form}`. */
  function slipsFrom(word, terms, lenient) {
    const found = [];
    for (const term of terms) {
      const match = term.text.length > 1 && isNearly(word, term.text, lenient) && bestMatch(word, stems(term), lenient);
      if (match) found.push({ term, cost: 2 * match[0] - (match[1] === term.text), form: match[1] });
    }
    return found;
  }

  /** The file, if not among those of `terms`, where the word that was meant is likeliest to be. */
  function likelyShards(word, terms) {
    const seen = new Set(terms.map(term => term.shard)), chances = new Map();
    for (const [other, cost] of misspellings(word)) {
      const shard = shardAt(other);
      if (!seen.has(shard)) chances.set(shard, (chances.get(shard) ?? 0) + (cost > 1 || other.length > word.length ? 1 : 22));
    }
    return [...chances].sort((a, b) => b[1] - a[1]).slice(0, 1).map(([shard]) => shard);
  }

  /** A compound that the index does not have, as two words that it has: *koulupoissaolo*. */
  async function splitWord(word, terms, within) {
    // The kinds of stem of which a genitive is made by adding *n*.
    const heads = new Map(), genitives = [kinds.singular, kinds.singularShort, kinds.weak];
    for (const term of terms) {
      if (isUnknown(term) || term.text.length < 3 || !isNearly(word, term.text)) continue;
      if (word.startsWith(term.text)) heads.set(term.text.length, term);
      for (const [stem, kind] of stems(term).stems)
        if (genitives.includes(kind) && word.startsWith(stem + "n")) heads.set(stem.length + 1, term);
    }
    const longest = [...heads].filter(([length]) => word.length - length > 2).sort((a, b) => b[0] - a[0]).slice(0, 3);
    for (const [length, term] of longest) {
      const head = word.slice(0, length), tail = word.slice(length);
      const fitting = terms => matches(tail, terms).filter(term => term.text.length > 2);
      let found = fitting(commonTerms);
      if (!found.length) found = fitting(await within([shardAt(tail)], 1));
      if (found.length) return [
        { word: head, how: "exact", form: head, terms: [term] },
        { word: tail, how: "inflected", form: tail, terms: found },
      ];
    }
  }

  /**
   * What a word is taken to mean that is a form of none of the terms.
   *
   * @param {string} word
   * @param {object[]} terms those that it was looked for among
   * @param {(shards: Iterable, more?: number) => Promise<object[]>} within the terms of dictionary files, as far as they may be
   *   asked for, or so many further
   */
  return async function correct(word, terms, within) {
    const misspelt = found => ({ word, how: "misspelt", form: found[0].form, terms: found.map(match => match.term) });
    let found;
    const isDotless = /[ao]/.test(word) && word.length > 2;
    if (isDotless) {
      found = dottedAmong(word, terms);
      if (found.length) return misspelt(found);
    }
    const pieces = word.split("-").filter(Boolean);
    if (pieces.length > 1) return { word, how: "split", parts: await Promise.all(pieces.map(piece => resolve(piece))) };
    const verbs = terms.filter(term => term.marks & 2);
    found = formsOfVerb(word).flatMap(form => matches(form, verbs)).concat(terms.filter(term => isUnknown(term) && sharesBase(word, term.text)));
    if (found.length) return { word, how: "inflected", form: word, terms: found };
    if (word.length > 2) {
      const begun = withinFiles(terms.filter(term => term.text.startsWith(word)));
      if (begun.length) return { word, how: "prefix", form: word, terms: begun.slice(0, 24) };
    }
    let known = terms;
    if (word.length > 3) {
      found = slipsFrom(word, known, 1);
      if (!found.length && isDotless) {
        const more = await within(dottedShards(plain(word))), dotted = dottedAmong(word, more);
        if (dotted.length) return misspelt(dotted);
        known = known.concat(more);
      }
      if (!found.length) {
        const more = await within(likelyShards(word, known));
        found = slipsFrom(word, more, 1);
        known = known.concat(more);
        if (!found.length) found = slipsFrom(word, known, 2);
      }
      const least = Math.min(...found.map(match => match.cost));
      found = found.filter(match => match.cost === least).sort(bySize);
      if (found.length) return misspelt(found.filter(match => match.form === found[0].form || match.term.size === found[0].term.size));
    }
    const parts = await splitWord(word, terms, within);
    if (parts) return { word, how: "split", parts };
    found = word.length < 7 ? [] : known.flatMap(term => {
      const form = isUnknown(term) || lacks(word, term.text) > 2 ? undefined : twoSlips(word, stems(term));
      return form ? [{ term, form }] : [];
    }).sort(bySize);
    if (found.length) return misspelt(found.filter(match => match.term.size === found[0].term.size));
    // At last what begins alike: an adjective for what is made of it, *yksinäiset* for *yksinäisyys*.
    const begins = length => terms.filter(term => !isUnknown(term) && term.text.startsWith(word.slice(0, length)));
    for (let length = word.length - 1; length > 5 && length > word.length * 0.6; length--) {
      const begun = begins(length);
      if (begun.length) return { word, how: "prefix", form: word, terms: withinFiles(begun) };
    }
    return { word, how: "none", terms: [] };
  };
}

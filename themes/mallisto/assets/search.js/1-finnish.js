// Finnish words: which base form a word may be a form of.
//
// There is no dictionary here. From a base form the rules of inflection make its possible stems, each with what may
// follow it; a word is a form of it when it is a stem and an ending. What the rules make too much of does no harm,
// since only base forms of the index are asked about. The grammar followed is that of Iso suomen kielioppi (VISK),
// sections 41–49 on gradation and 81–94 on the endings of cases.

const V = "aeiouyäöå";
const vowelEnd = new RegExp(`[${V}]$`), afterVowel = new RegExp(`[${V}]{2}$`);

/** Lower case, composed, without soft hyphens: as the build writes words. */
export const fold = text => text.normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "").toLowerCase()
  .replace(/[\u2010\u2011]/g, "-").replace(/\u2019/g, "'");
/** The words of a text, as the build finds them. */
export const wordPattern = /[\p{L}\p{N}\p{M}\u00ad]+(?:['’:\-\u2010\u2011][\p{L}\p{N}\p{M}\u00ad]+)*/gu;

// Consonant gradation: the weak grades of a strong one. Some hold only between certain vowels.
const weakOf = { kk: "k", pp: "p", tt: "t", nk: "ng", mp: "mm", nt: "nn", lt: "ll", rt: "rr", p: "v", t: "d" };
const strongOf = Object.fromEntries(Object.entries(weakOf).map(([strong, weak]) => [weak, [strong]]));
Object.assign(strongOf, { d: ["t", "k"], v: ["p", "k"], lj: ["lk"], rj: ["rk"], hj: ["hk"], l: ["lk"], r: ["rk"], h: ["hk"], "": ["k"] });
const strongEnd = new RegExp(`^(.*?[${V}][lrnmh]??)(kk|pp|tt|nk|mp|nt|lt|rt|k|p|t)([${V}]+)$`);
const weakEnd = new RegExp(`^(.*?[${V}][lrnmh]??)(k|p|t|ng|mm|nn|ll|rr|lj|rj|hj|l|r|h|v|d|)([${V}])$`);

/** A stem in both grades, given strong. */
export function weaken(stem) {
  const match = strongEnd.exec(stem);
  if (!match) return [stem];
  const [, head, strong, tail] = match, grades = [stem];
  if (weakOf[strong]) grades.push(head + weakOf[strong] + tail);
  if (strong === "k") {
    grades.push(head + (/[uy]$/.test(head) && /^[uy]/.test(tail) ? "v" : "") + tail);
    if (/[lrh]$/.test(head) && /^[ie]/.test(tail)) grades.push(head + "j" + tail);
    if (/[ao]i$/.test(head)) grades.push(head.slice(0, -1) + "j" + tail);
    if (head.at(-1) === tail[0]) grades.push(head + "'" + tail);
  }
  return grades;
}

/** A stem in both grades, given weak: the base form of hanke, hammas, tavata. */
export function strengthen(stem) {
  const match = weakEnd.exec(stem);
  return match ? [stem, ...(strongOf[match[2]] ?? []).map(strong => match[1] + strong + match[3])] : [stem];
}

/** The same before a last consonant: askel, tytär, ajatel-. */
const strengthenLast = word => strengthen(word.slice(0, -1)).map(stem => stem + word.at(-1));

const longestEnding = 12;

// What may follow a stem: a case, a possessive suffix, a clitic.
const owners = "ni|si|mme|nne|ns[aä]";
const clitic = "(?:k[aä]{2}n|kin|h[aä]n|k[oö]|p[aä])?";
const ending = text => new RegExp(`^(?:${text})${clitic}$`);
const owned = `(?:${owners}|[aä]n)?`;
// The cases that close a syllable, and so have the weak grade.
const closing = `(?:ss|st|ll|lt)[aä]${owned}|(?:lle|kse)(?:${owners}|en)?|ksi|n`;
// After one vowel, and after two: *taloa*, *taloon*, but *maata*, *maahan*, *vapaaseen*.
const afterOne = `${closing}|n?[aä]${owned}|[${V}](?:n|${owners})`;
const cases = `${closing}|[nt]?[aä]${owned}|(?:h?[${V}]|see|sii|hi|i)(?:n|${owners})`;
const manyOwners = `ne(?:${owners}|en)`;
export const kinds = {
  base: ending(`(?:${owners})?`),
  singular: ending(`${cases}|t|${owners}`),
  singularShort: ending(`${afterOne}|t|${owners}`),
  weak: ending(`${closing}|t`),
  without: ending(`tt[aä]${owned}`),
  consonant: ending(`t[aä]${owned}|ten|n[aä]`),
  plural: ending(`${cases}|(?:d|t|tt)?e(?:n|${owners})|${manyOwners}`),
  pluralShort: ending(`${afterOne}|e(?:n|${owners})|${manyOwners}`),
  pluralJ: ending(`[aä](?:${owners}|[aä]n)?|e(?:n|${owners})`),
  degree: ending(`mpi|nt[aä]|m[mp][aäi](?:${cases}|t|${owners})|m[mp]ie(?:n|${owners})`),
  present: ending(`(?:isi)?(?:n|t|mme|tte|v[aä]t|[${V}])|isi|ne(?:n|t|e|mme|tte|v[aä]t)|m[aä](?:ss[aä]|st[aä]|[aä]n|ll[aä]|tt[aä])|`
    + `(?:ess[aä]|en|kse)(?:${owners}|[aeä]n)?|k[aä]{2}|k[oö]{2}n|`),
  infinitive: ending(`ess[aä]${owned}|en|kse(?:${owners}|en)`),
  command: ending("[lnrs]e(?:n|t|e|mme|tte|v[aä]t)|k[aä]{2}(?:mme)?|k[oö]{2}[nt]"),
  past: ending("|n|t|mme|tte|v[aä]t"),
  passive: ending("[tdlnr][aä](?:[aä]n)?|t?t(?:[aä]{2}n|[aä]isi(?:in)?|iin|[uy]|[aä]ess[aä])"),
};

const anyEnding = new RegExp(Object.values(kinds).map(kind => kind.source).join("|"));
/** Whether what follows a stem's gradation can be the rest of the stem, seven letters at most, and an ending. */
export const canEndAfter = (word, at) =>
  word.length - at < 8 || [0, 1, 2, 3, 4, 5, 6, 7].some(more => word.length - at - more <= longestEnding && anyEnding.test(word.slice(at + more)));

/** The vowels that a word's endings cannot have: harmony goes by the last vowel that is not neutral, if it is near. */
function disharmony(word) {
  const [, last] = /([aouäöy])[^aouäöyei]*(?:[ei][^aouäöyei]*){0,2}$/.exec(word) ?? [];
  if ("aou".includes(last)) return /[äöy]/;
  return last && !/[aou]/.test(word) ? /[aou]/ : /[]/;
}

/**
 * The stems of a base form, each with what may follow it. `marks` sums what the build knows of the word: 1 has cases,
 * 2 is a verb, 4 is unknown, 8 has degrees.
 */
export function stemsOf(word, marks) {
  const stems = [[word, kinds.base]], wrong = word === "hyvä" ? /[]/ : disharmony(word);
  const add = (kind, ...list) => {
    for (const stem of list) if (stem.length > 1 && !wrong.test(stem.slice(word.length - 2))) {
      stems.push([stem, kinds[kind + (afterVowel.test(stem) ? "" : "Short")] ?? kinds[kind]]);
      if (marks & 8 && /^(?:singular|plural|weak)$/.test(kind)) stems.push([stem, kinds.degree]);
    }
  };
  if (marks & 5) addNominal(word, add, marks & 8);
  if (marks & 2) addVerb(word, add);
  if (marks & 4) add("singular", word, word + "i");
  for (const [kind, ...list] of irregular[word] ?? []) add(kind, ...list);
  let head = word;
  for (const [stem] of stems) while (!stem.startsWith(head)) head = head.slice(0, -1);
  return { head, stems, wrong, fits: (rest, kind) => rest.length <= longestEnding && kind.test(rest) && !wrong.test(rest) };
}

// Forms that no rule makes.
const irregular = {
  hyvä: [["base", "parempi", "paras"], ["singular", "paremma", "parempa", "parhaa"], ["plural", "paremmi", "parempi", "parhai"], ["consonant", "paras"]],
  pitkä: [["degree", "pide", "pite"], ["base", "pisin"], ["singular", "pisimmä", "pisimpä"]],
  käydä: [["past", "kävi", "kävisi"]],
  ruoka: [["singular", "ruua"]],
  kevät: [["singular", "kevää"]],
  tuntea: [["past", "tunsi"]],
  olla: [["past", "on", "ova"]],
  joka: [["plural", "joi"]],
};

/** The grades of a base form; two vowels end only words without gradation: *lattia*, *korkea*. */
const grades = word => afterVowel.test(word) ? [word] : weaken(word);

/** The kinds of a singular and a plural stem: the weak grade stands only where a syllable closes. */
const kindsOf = (full, word) => full === word ? ["singular", "plural"] : ["weak", "weak"];

/** Whether *a* is lost before the plural's *i*, and whether it turns into *o*: in words of two syllables by the first vowel. */
function pluralOf(word) {
  const [, first, last] = /^[^aeiouyåäö]*([aeiouyåäö])[aeiouyåäö]*[^aeiouyåäö]+([aä])$/.exec(word) ?? [];
  const keepsI = last === "ä" || "ou".includes(first);
  return first ? [keepsI, !keepsI] : [true, true];
}

function addNominal(word, add, hasDegrees) {
  const cut = n => word.slice(0, -n);
  const ends = (...list) => list.some(end => word.endsWith(end));
  const stem = cut(1);
  if (ends("nen")) {
    add("singular", cut(3) + "se"), add("without", cut(3) + "se"), add("consonant", cut(3) + "s"), add("plural", cut(3) + "si");
  } else if (ends("s")) {
    const vowel = stem.at(-1);
    add("consonant", word), add("singular", stem + "kse"), add("without", stem + "kse"), add("plural", stem + "ksi");
    if (ends("us", "ys")) add("singular", stem + "de", stem + "te"), add("without", stem + "de"), add("consonant", stem + "t");
    if (hasDegrees) add("degree", cut(2) + "ei");
    if (/[aäie]s$/.test(word)) for (const full of strengthen(stem)) add("singular", full + vowel), add("plural", full + "i");
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
    add("singular", word + "i"), add("plural", word + "ei"), add("pluralJ", word + "ej");
  } else if (ends("i")) {
    for (const full of grades(word)) {
      const bare = full.slice(0, -1), [one, many] = kindsOf(full, word);
      // Before an *i* that turns into *e*, *k* is gone or *j* after a liquid: *arjen*, not *aren*.
      if (one === "weak" && /[lrh]ki$/.test(word) && !bare.endsWith("j")) continue;
      add(one, full, bare + "e"), add("without", full, bare + "e"), add(many, bare + "ei", full);
      if (full === word) add("pluralJ", bare + "ej", bare + "j");
      if (full === word && /[aeiouyäö][hlnr]$/.test(bare)) add("consonant", bare);
    }
    if (ends("si")) for (const full of weaken(cut(2) + "te")) add("singular", full), add("consonant", cut(2) + "t", cut(2) + "n");
    if (ends("ksi")) add("singular", cut(3) + "hde", cut(3) + "hte"), add("consonant", cut(3) + "ht");
    if (ends("psi", "tsi")) add("consonant", cut(3) + "s");
    if (ends("mi")) add("consonant", cut(2) + "n");
    if (ends("mpi")) add("singular", cut(1) + "a", cut(1) + "ä", cut(2) + "ma", cut(2) + "mä"), add("plural", cut(2) + "mi");
  } else if (ends("e")) {
    for (const full of strengthen(word)) add("singular", full + "e"), add("plural", full + "i");
    for (const full of grades(word)) {
      const [one, many] = kindsOf(full, word);
      add(one, full), add(many, full + "i");
    }
    add("without", word), add("pluralJ", word + "j");
  } else if (vowelEnd.test(word)) {
    const [keepsI, takesO] = pluralOf(word);
    for (const full of grades(word)) {
      const bare = full.slice(0, -1), [one, many] = kindsOf(full, word);
      add(one, full), add("without", full);
      if (ends("a", "ä")) {
        if (hasDegrees) add("degree", bare + "e", bare + "i");
        if (keepsI) add(many, bare + "i");
        if (takesO) add(many, bare + "oi", bare + "öi");
        if (takesO && full === word) add("pluralJ", bare + "oj", bare + "öj");
      } else {
        add(many, full + "i");
        if (full === word) add("pluralJ", full + "j");
      }
    }
    if (ends("uo", "yö", "ie")) add("plural", cut(2) + word.at(-1) + "i");
    if (/(.)\1$/.test(word)) add("plural", stem + "i");
  } else {
    add("singular", word + "i"), add("plural", word + "ei", word + "i"), add("pluralJ", word + "ej");
  }
}

/** The stems of a verb, given its first infinitive. */
function addVerb(word, add) {
  const cut = n => word.slice(0, -n), a = word.at(-1);
  add("infinitive", word);
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
    add("command", cut(2)), add("present", cut(3) + "kse"), add("past", cut(3) + "ksi"), add("passive", cut(2)), add("infinitive", cut(1));
  } else if (/[aeiouyäö]t[aä]$/.test(word)) {
    for (const full of strengthen(cut(2))) add("present", full + a, full + "ne"), add("past", full + "si", full + "ni", full + "nisi", full + "isi");
    add("present", cut(2) + "tse", cut(2) + "tsi"), add("past", cut(2) + "tsi", cut(2) + "tsisi"), add("passive", cut(2)), add("command", cut(1), cut(2) + "n"), add("infinitive", cut(1));
  } else if (/hd[aä]$/.test(word)) {
    add("command", cut(2)), add("infinitive", cut(1)), add("present", cut(3) + "ke", cut(3) + "e"), add("past", cut(3) + "ki", cut(3) + "i", cut(3) + "kisi"), add("passive", cut(2));
  } else if (/d[aä]$/.test(word)) {
    const short = cut(4) + cut(2).at(-1) + "i";
    add("present", cut(2)), add("infinitive", cut(1)), add("past", cut(2) + "i", cut(3) + "i", short, short + "si", cut(3) + "isi"), add("passive", cut(2));
  }
}

/** Whether a word is a form of what has the stems, which most words are told by the stems' common head not to be. */
export const isFormOf = (word, { head, stems, fits }) => word.startsWith(head) && stems.some(([stem, kind]) => word.startsWith(stem) && fits(word.slice(stem.length), kind));

/** Whether a word is near enough to a base form to be worth comparing: inflection changes its last five letters at most. */
export const isNear = (word, base) => word.startsWith(base.slice(0, Math.max(1, base.length - 5)));

/** Whether a word is a form of a base form. */
export const isForm = (word, base, marks) => isFormOf(word, stemsOf(base, marks));

// What a word that is no form of a word may be a misspelling of, given the stems of that word.

/** A word without its dots and rings, as it is typed where the keyboard has none. */
export const plain = text => text.replace(/[äå]/g, "a").replaceAll("ö", "o");

/** Every text that a text may be a misspelling of, with how unlikely that is: 1, or 2 where any letter would have done. */
export function* misspellings(text) {
  for (let i = 0; i <= text.length; i++) {
    const head = text.slice(0, i), tail = text.slice(i);
    if (tail.length > 1 && tail[0] !== tail[1]) yield [head + tail[1] + tail[0] + tail.slice(2), 1];
    if (tail) yield [head + tail.slice(1), tail[0] === tail[1] ? 1 : 2];
    for (const letter of "aeiouyäölnrstdhjkmpvgb") {
      yield [head + letter + tail, 1];
      if (tail) yield [head + letter + tail.slice(1), 2];
    }
  }
}

/** Whether `word` from `at` goes on as `stem` from `from` to its end. */
function goesOn(word, at, stem, from) {
  while (from < stem.length) if (word[at++] !== stem[from++]) return false;
  return true;
}

/** What is left of a word, and at what cost, when one edit at its first letter that differs makes it begin as `stem`. */
function restsAfterEdit(word, stem, i) {
  const rests = [], length = stem.length;
  // Two letters are swapped, the second perhaps the ending's first.
  if (word[i + 1] === stem[i]) {
    if (i + 1 === length) rests.push([word[i] + word.slice(i + 2), 1]);
    else if (word[i] === stem[i + 1] && goesOn(word, i + 2, stem, i + 2)) rests.push([word.slice(length), 1]);
  }
  // A letter is missing, there is one too many, or a wrong one.
  if (goesOn(word, i, stem, i + 1)) rests.push([word.slice(length - 1), 1]);
  if (goesOn(word, i + 1, stem, i)) rests.push([word.slice(length + 1), word[i] === word[i - 1] ? 1 : 2]);
  if (goesOn(word, i + 1, stem, i + 1)) rests.push([word.slice(length), 2]);
  return rests;
}

/**
 * How a word can be a form of a stem: as it stands, or with one misspelt letter, the first one only when `lenient` is 2.
 * Gives `[cost of the misspelling, the form it was taken for]`, or nothing.
 */
function matchStem(word, stem, kind, fits, lenient) {
  let i = 0;
  while (i < stem.length && word[i] === stem[i]) i++;
  if (i === stem.length) {
    const rest = word.slice(i);
    if (fits(rest, kind)) return [0, word];
    if (i < 2 || rest.length > 8) return;
    let best;
    for (const [tail, cost] of misspellings(rest)) if (!(best?.[0] <= cost) && fits(tail, kind)) best = [cost, stem + tail];
    return best;
  }
  if (lenient > !i) for (const [rest, cost] of restsAfterEdit(word, stem, i)) if (fits(rest, kind)) return [cost, stem + rest];
}

/** Whether a word that may be misspelt is near enough to a base form to be worth comparing. */
export function isNearly(word, base, lenient = 0) {
  const end = Math.max(1, base.length - 5);
  let i = 0;
  while (i < end && word[i] === base[i]) i++;
  return i === end || lenient > !i && restsAfterEdit(word, base.slice(0, end), i).length > 0;
}

/** The cheapest of the ways in which a word can be a form of what has the stems. */
export function bestMatch(word, { stems, fits }, lenient) {
  let best;
  for (const [stem, kind] of stems) {
    const match = matchStem(word, stem, kind, fits, lenient);
    if (match && !(best?.[0] <= match[0])) best = match;
    if (best?.[0] === 0) break;
  }
  return best;
}

/** The form that a word without dots stands for, of what has the stems; nothing when it is a form of something else. */
export function dotted(word, { stems, wrong, fits }) {
  for (const [stem, kind] of stems) {
    if (!word.startsWith(plain(stem))) continue;
    let rest = word.slice(stem.length);
    if (wrong.test("a")) rest = rest.replaceAll("a", "ä").replaceAll("o", "ö");
    if (fits(rest, kind)) return stem + rest;
  }
}

/**
 * How a word can be a form of what has the stems with two slips, by the fewest edits from a stem to where an ending begins
 * (the restricted Damerau distance). The first letter has to be right, and a stem long enough to be known again.
 */
export function twoSlips(word, { stems, fits }) {
  for (const [stem, kind] of stems) {
    if (stem.length < 5 || stem[0] !== word[0] || stem.length > word.length + 2) continue;
    let before, row = Array.from(word.slice(0, stem.length + 2), (_, i) => i + 1);
    row.unshift(0);
    for (let i = 0; i < stem.length && Math.min(...row) < 3; i++) {
      const next = [i + 1];
      for (let j = 0; j < row.length - 1; j++) {
        next.push(Math.min(row[j] + (stem[i] !== word[j]), row[j + 1] + 1, next[j] + 1));
        if (i && j && stem[i] === word[j - 1] && stem[i - 1] === word[j]) next[j + 1] = Math.min(next[j + 1], before[j - 1] + 1);
      }
      before = row, row = next;
    }
    for (let j = row.length - 1; j > 4; j--) {
      const rest = word.slice(j);
      if (row[j] === 2 && fits(rest, kind)) return stem + rest;
      if (row[j] === 1 && rest.length < 8) for (const [tail] of misspellings(rest)) if (fits(tail, kind)) return stem + tail;
    }
  }
}

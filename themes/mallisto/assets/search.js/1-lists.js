// How lists of documents are read and brought together.

/** Reads numbers of seven bits a byte, the lowest first. */
export function reader(bytes) {
  let at = 0;
  const number = () => {
    let value = 0, shift = 0, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    return value;
  };
  return { number, take: count => bytes.subarray(at, at += count), get isAtEnd() { return at >= bytes.length; } };
}

/** FNV-1a, 32 bits, over a word's UTF-8. */
export const hashOf = word => new TextEncoder().encode(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** What equally good documents are put in order by, so that they come from anywhere (DocumentOrder.swift). */
const turnOf = number => Math.imul(number + 1, 0x9E3779B1) >>> 0;

/** The numbers of so many documents in that order; a number stands behind its turn, so that they are sorted as what they are. */
export const inTurn = count => Uint32Array.from(new Float64Array(count).map((_, number) => turnOf(number) * 2 ** 21 + number).sort(), turn => turn % 2 ** 21);

function firstOf(count, { documents, impacts }) {
  const keys = Float64Array.from(documents, (practice, place) => (15 - impacts[place]) * 2 ** 32 + turnOf(practice));
  return new Set(Array.from(keys.slice().sort().subarray(0, count), key => documents[keys.indexOf(key)]));
}

/** The documents of a word that a query for it alone names first, so many at most: those that the build chose (BestCards.swift). */
export const best = (count, list) => list.best ??= firstOf(count, list);

// A list of scores is an array with a place for each practice, 0 for those that are not in it, and its `size`.

/** A list for so many documents, none of which is in it yet. */
export const scoring = count => Object.assign(new Float64Array(count), { size: 0 });

/** Adds to a practice's score, which puts it into the list. */
export function score(list, practice, more) {
  if (!list[practice]) list.size++;
  list[practice] += more;
}

/** The sum of the scores of the documents that every list has. */
export const all = lists => lists.reduce((sum, list) => {
  const result = scoring(sum.length);
  for (let practice = 0; practice < sum.length; practice++) if (sum[practice] && list[practice]) score(result, practice, sum[practice] + list[practice]);
  return result;
});

/** The documents that any list has, those of several lists first; very common words do not count beside others. */
export function any(lists) {
  const telling = lists.filter(list => list.size * 2 < list.length);
  const result = scoring(lists[0].length);
  for (const list of telling.length ? telling : lists)
    for (let practice = 0; practice < list.length; practice++) if (list[practice]) score(result, practice, list[practice] + 1000);
  return result;
}

// Words that bind others together and are about nothing: those of a question asked in a sentence.
const binding = new Set(`ja sekä tai vai eli eikä jos kun kuin mutta myös että jotta ei eivät on ovat oli olla ole olisi voi miten mikä mitä
  mitkä minkä mitään miksi missä milloin kuinka kuka ketkä joka jotka jonka joiden jossa joissa josta joista johon joihin
  jolla joilla jolta joilta jolle joille jota joita se sen sitä siitä siihen siinä sillä sinne ne niiden niitä niistä niihin
  tämä tämän tätä tästä tähän hän hänen he heidän
  minä minun me meidän kanssa noin
  och eller men att som för med till från av på om är inte hur vad vem när var kan det den de ett en jag vi
  and or but that which who what how when where why is are be can do does the a an of in to for with from on by we i it not`.split(/\s+/));

/** Whether a word binds others together. */
export const binds = word => binding.has(word);

/** Those words of a query that tell what is looked for; all of them when none does. */
export function telling(words) {
  const rest = words.filter(word => !binds(word));
  return rest.length ? rest : words;
}

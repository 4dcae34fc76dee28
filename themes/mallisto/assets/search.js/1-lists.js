// How the index's files are read, and how lists of documents are brought together.

/** Reads numbers of seven bits a byte, the lowest first. */
export function reader(bytes) {
  let at = 0;
  return {
    number() {
      let value = 0, shift = 0, byte;
      do {
        byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        shift += 7;
      } while (byte > 127);
      return value;
    },
    take: count => bytes.subarray(at, at += count),
    get isAtEnd() { return at >= bytes.length; },
  };
}

/** Gives, time after time, the numbers that the build packed (FacetPacking.swift); `counts` tells how many there are of each. */
function unpacker(text) {
  const packed = atob(text);
  let at = 0, state = 0;
  return counts => {
    const slots = counts.flatMap((count, number) => Array(count).fill(number)), size = slots.length;
    let sum = 0;
    const starts = counts.map(count => (sum += count) - count);
    return slots.map(() => {
      while (state < size * 65536) state = state * 256 + packed.charCodeAt(at++);
      const slot = state % size, number = slots[slot];
      state = Math.floor(state / size) * counts[number] + slot - starts[number];
      return number;
    });
  };
}

/**
 * The facets that the build wrote (FacetColumn.swift): of each its `codes`, the different `sets` of codes that practices are
 * found under, and the set `of` each practice.
 */
export function readFacets({ of, columns }) {
  const next = unpacker(of), first = [];
  for (const column of Object.values(columns)) {
    const { under, isOrder, counts } = column, own = column.of = next(counts);
    if (isOrder) {
      for (let i = 1; i < own.length; i++) if (first.every(of => of[i] === of[i - 1])) own[i] += own[i - 1];
      first.push(own);
    }
    let set = [];
    column.sets = column.sets.split(" ").map(text => {
      const [shared, ...more] = [...text].map(sign => sign.codePointAt()).map(sign => sign - (sign < 65536 ? 93 : 65536));
      set = [...set.slice(0, shared), ...more];
      return [...new Set(set.flatMap(code => under[code] ?? code))];
    });
  }
  return columns;
}

/** FNV-1a, 32 bits, over a word's UTF-8. */
export const hashOf = word => new TextEncoder().encode(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** How much a word's list tells that the document at a place in it is about the word: 1...15, two a byte. */
export const impactAt = (place, impacts) => impacts[place >> 1] >> (place & 1) * 4 & 15;

/** What equally good documents are put in order by, so that they come from anywhere (DocumentOrder.swift). */
export const turnOf = number => Math.imul(number + 1, 0x9E3779B1) >>> 0;

/** The documents of a word that a query for it alone names first, so many at most: those that the build chose (BestCards.swift). */
export const best = (count, { documents, impacts }) => new Set(
  Array.from(documents, (document, place) => [(15 - impactAt(place, impacts)) * 2 ** 32 + turnOf(document), document])
    .sort(([a], [b]) => a - b).slice(0, count).map(([, document]) => document));

// A list of scores is an array with a place for each document, 0 for those that are not in it, and its `size`.

/** A list for so many documents, none of which is in it yet. */
export const scoring = count => Object.assign(new Float64Array(count), { size: 0 });

/** Adds to a document's score, which puts it into the list. */
export function score(list, document, more) {
  if (!list[document]) list.size++;
  list[document] += more;
}

/** The sum of the scores of the documents that every list has. */
export function all([first, ...rest]) {
  if (!rest.length) return first;
  const result = scoring(first.length);
  for (let document = 0; document < first.length; document++)
    if (first[document] && rest.every(list => list[document])) score(result, document, rest.reduce((sum, list) => sum + list[document], first[document]));
  return result;
}

/** The documents that any list has, those of several lists first; very common words do not count beside others. */
export function any(lists) {
  const telling = lists.filter(list => list.size && list.size * 2 < list.length);
  const result = scoring(lists[0].length);
  for (const list of telling.length ? telling : lists)
    for (let document = 0; document < list.length; document++) if (list[document]) score(result, document, list[document] + 1000);
  return result;
}

// Words that bind others together and are about nothing: those of a question asked in a sentence.
const binding = new Set(`ja sekä tai vai eli eikä jos kun kuin mutta myös että jotta ei eivät on ovat oli olla ole olisi voi miten mikä mitä
  mitkä minkä mitään miksi missä milloin kuinka kuka ketkä joka jotka jonka joiden jossa joissa josta joista johon joihin
  jolla joilla jolta joilta jolle joille jota joita se sen sitä siitä siihen sinne ne niiden niitä niistä niihin
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

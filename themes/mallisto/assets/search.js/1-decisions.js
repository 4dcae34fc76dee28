// What the build wrote decision by decision (DecisionWriter.swift): lists of documents. The facets are read by listing.js.

/** The bytes of a text in Base64. */
export const bytesOf = text => Uint8Array.from(atob(text), letter => letter.charCodeAt());

/** Reads decisions, each in its context, whose chances it learns as the build did: so many contexts are told apart. */
export function decisions(bytes, contexts = 4096) {
  // The chance to be so, in 65536ths, and above that how often it was told.
  const chances = new Uint32Array(contexts), shift = Math.clz32(contexts - 1);
  let at = 0, range = 1, code = 0;
  const move = () => { range *= 256, code = code * 256 + (bytes[at++] | 0); };
  /** Leaves `range` and `code` with enough digits for the next decision. */
  const fill = () => { while (range < 2 ** 24) move(); };
  /** Whether it is so. */
  const bit = (context, rest = 2) => {
    const place = Math.imul(context, 0x9E3779B1) >>> shift, count = chances[place] >>> 16;
    const chance = chances[place] & 65535 || Math.trunc(65536 / rest), bound = Math.floor(range / 65536) * chance, isSo = code < bound;
    if (isSo) range = bound; else code -= bound, range -= bound;
    fill();
    chances[place] = chance + Math.trunc(((isSo ? 65535 : 0) - chance) / (count + 1.5)) + Math.min(count + 1, 254) * 65536;
    return isSo;
  };
  /** A number of so many bits that were written as they are. */
  const raw = bits => {
    let number = 0;
    while (bits) {
      const taken = Math.min(bits, 12);
      range = Math.floor(range / 2 ** taken), bits -= taken;
      const part = Math.floor(code / range);
      code -= part * range, number = number * 2 ** taken + part;
      fill();
    }
    return number;
  };
  /** A number of so many bits, each in the context of those before it. */
  const tree = (width, context) => {
    let node = 1;
    const end = 2 ** width;
    while (width--) node = node * 2 + bit(context + node);
    return node - end;
  };
  /** A number from 1 on. */
  const number = context => {
    let size = 0;
    while (bit(context + size)) size++;
    return size ? 2 ** size + bit(context + 32 + size) * 2 ** (size - 1) + raw(size - 1) : 1;
  };
  move(), move(), move(), move();
  return { bit, raw, tree, number };
}

/** The documents of a term and their impacts, 1...15 (ListWriting.swift). */
export function readList({ bit, number }) {
  const documents = new Uint32Array(number(0)), impacts = new Uint8Array(documents.length), size = 32 - Math.clz32(documents.length);
  for (let i = 0, last = -1; i < documents.length; i++) documents[i] = last += number(size << 6);
  for (let i = 0; i < documents.length; i++) {
    let impact = 1;
    while (impact < 15 && bit((32 + size << 6) + impact)) impact++;
    impacts[i] = impact;
  }
  return { documents, impacts };
}

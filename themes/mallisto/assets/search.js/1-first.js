// Which results come first, so that their cards stand in few files.

/**
 * Puts results in order and finds the files of the first ones' cards.
 *
 * Very many are often equally good, for what a word tells of a document is rounded. Of the results as good as the last that
 * is shown first, those are taken whose cards are at hand, or stand together: with the cards of better ones, with the others
 * that a word names first, or with each other's.
 *
 * @param {number[]} ranked results, best first
 * @param {ArrayLike<number>} scores of every document
 * @param {Map<string, Set<number>>} words the files of words' first results, and whose cards are in each; under no name those at
 *   hand
 * @param {(number: number) => number} blockOf the block of neighbours that a card is in
 * @param {number} [count] how many are shown first
 * @returns `ranked`: the results in order; `files`: for each of the first its word's file or its block
 */
export function firstTogether(ranked, scores, words, blockOf, count = 10) {
  const least = scores[ranked[count - 1]], files = new Map(), isFirst = number => files.has(number);
  const start = count < ranked.length ? ranked.findIndex(number => scores[number] === least) : ranked.length;
  let end = start;
  while (end < ranked.length && scores[ranked[end]] === least) end++;
  const needed = new Set(ranked.slice(0, start)), equal = new Set(ranked.slice(start, end));
  let room = Math.min(count, end) - start;
  while (needed.size || room) {
    const wanted = needed.size ? needed : equal, blocks = new Map();
    for (const number of wanted) blocks.set(blockOf(number), (blocks.get(blockOf(number)) ?? 0) + 1);
    let file, most = 0;
    for (const [block, own] of blocks) if (Math.min(own, room || own) > most) file = block, most = Math.min(own, room || own);
    for (const [word, has] of words) {
      const among = set => [...has].filter(number => set.has(number)).length, own = needed.size && among(needed);
      const all = own + Math.min(room, among(equal));
      // It is as heavy as two blocks or three.
      if (word ? all > 2 && all > most && (own || !needed.size) : all) file = word, most = word ? all : Infinity;
    }
    for (const set of [needed, equal]) for (const number of set) if ((set === needed || room) && (words.get(file)?.has(number) ?? blockOf(number) === file)) {
      files.set(number, file);
      set.delete(number);
      if (set === equal) room--;
    }
  }
  const own = ranked.slice(start, end);
  return { ranked: [...ranked.slice(0, start), ...own.filter(isFirst), ...own.filter(number => !isFirst(number)), ...ranked.slice(end)], files };
}

// Which results come first, so that their cards stand in few files.

/**
 * Puts results in order and finds the files of the first ones' cards.
 *
 * Very many are often equally good, for what a word tells of a document is rounded. Of the results as good as the last that
 * is shown first, those are taken whose cards stand together: with the cards of better ones, with the others that a word
 * names first, or with each other's.
 *
 * @param {number[]} ranked results, best first
 * @param {ArrayLike<number>} scores of every document
 * @param {Map<string, Set<number>>} words the files of words' first results, and whose cards are in each
 * @param {(number: number) => number} blockOf the block of neighbours that a card is in
 * @param {number} [count] how many are shown first
 * @returns `ranked`: the results in order; `files`: for each of the first its word's file or its block
 */
export function firstTogether(ranked, scores, words, blockOf, count = 10) {
  const least = scores[ranked[count - 1]], places = new Map();
  let start = count < ranked.length ? ranked.findIndex(number => scores[number] === least) : ranked.length, end = start;
  while (end < ranked.length && scores[ranked[end]] === least) end++;
  const needed = new Set(ranked.slice(0, start)), equal = new Set(ranked.slice(start, end));
  let room = Math.min(count, end) - start;
  /** How many cards a file would give: those that are needed, and any of the equal ones. */
  const gain = has => [[...needed].filter(has).length, Math.min(room, [...equal].filter(has).length)];
  function take(file, has) {
    for (const number of needed) if (has(number)) places.set(number, file), needed.delete(number);
    for (const number of equal) if (room && has(number)) places.set(number, file), equal.delete(number), room--;
  }
  const files = [...words].map(([file, numbers]) => [file, number => numbers.has(number)]);
  // A word's file is as heavy as some two of blocks: it is taken for three cards, or for all.
  for (;;) {
    const [most] = files.map(([file, has]) => {
      const [own, more] = gain(has);
      return { file, has, own, isWhole: own + more > 2 && own === needed.size && more === room };
    }).filter(({ own, isWhole }) => own > 2 || isWhole).sort((a, b) => b.isWhole - a.isWhole || b.own - a.own);
    if (!most) break;
    take(most.file, most.has);
  }
  for (const number of needed) {
    const block = blockOf(number);
    take(block, other => blockOf(other) === block);
  }
  while (room) {
    const blocks = new Map();
    for (const number of equal) blocks.set(blockOf(number), (blocks.get(blockOf(number)) ?? 0) + 1);
    const [[block, size]] = [...blocks].sort((a, b) => Math.min(room, b[1]) - Math.min(room, a[1]));
    const [word] = files.map(([file, has]) => ({ file, has, size: gain(has)[1] })).sort((a, b) => b.size - a.size);
    if (word?.size > Math.min(room, size)) take(word.file, word.has); else take(block, number => blockOf(number) === block);
  }
  const own = ranked.slice(start, end);
  return {
    ranked: [...ranked.slice(0, start), ...own.filter(number => places.has(number)), ...own.filter(number => !places.has(number)), ...ranked.slice(end)],
    files: places,
  };
}

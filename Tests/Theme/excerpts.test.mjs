// Excerpts of texts around what was searched for. Run with `node --test Tests/Theme`.

import assert from "node:assert/strict";
import test from "node:test";

// The module asks where its own folder is; there is no page here to ask for more.
const { around, excerpt } = await import("../../themes/mallisto/assets/excerpts.js");

/** Marks a word as the search does. */
const marking = (...words) => text => {
  const pieces = text.split(new RegExp(`(${words.join("|")})`, "i")).filter(Boolean);
  return pieces.map(piece => ({ text: piece, match: words.some(word => word.toLowerCase() === piece.toLowerCase()) }));
};

test("an excerpt is cut between words around the first match", () => {
  const text = "sana ".repeat(60) + "poissaolo " + "loppu ".repeat(60);
  const cut = around(text.trim(), marking("poissaolo"));
  assert.match(cut, /^… (sana )+poissaolo (loppu )+…$/);
  assert.ok(cut.length < 200);
});

test("a short text is kept whole, and a match at either end is in it", () => {
  assert.equal(around("Poissaolo on merkki.", marking("poissaolo")), "Poissaolo on merkki.");
  assert.match(around("poissaolo " + "loppu ".repeat(60), marking("poissaolo")), /^poissaolo .* …$/);
  assert.match(around("alku ".repeat(60) + "poissaolo", marking("poissaolo")), /^… .* poissaolo$/);
  const word = "poissaolo".repeat(30);
  assert.equal(around(word, text => [{ text, match: true }]).replaceAll(/[… ]/g, "")[0], "p");
});

test("the paragraph with most of the words is taken, the first of equal ones, and none without any", () => {
  const texts = ["Ei mitään.", "Koulu ja koulu.", "Koulu ja koti.", "Koti ja koulu."];
  assert.equal(excerpt(texts, marking("koulu", "koti")), "Koulu ja koti.");
  assert.equal(excerpt(texts, marking("kissa")), undefined);
});

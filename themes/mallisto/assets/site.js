// On every page: shows what needs a script, moves to the search field with “/”, copies citations, and breaks words that
// would not fit a line where the browser knows no hyphenation for the language.

document.documentElement.classList.add("has-script");

document.addEventListener("keydown", event => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const field = document.querySelector("input[type=search]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(source.textContent);
      button.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(source);
    }
  });
}

// A syllable begins at a consonant that a vowel follows (Finnish); in Swedish and English the same rule gives breaks that
// are good enough for the rare word that is wider than its line.
const syllable = /([aeiouyäöå])([bcdfghjklmnpqrstvwxzšž]*)(?=[bcdfghjklmnpqrstvwxzšž][aeiouyäöå])/gi;
const long = /[\p{L}]{16,}/gu;

function breakWords(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const broken = text.data.replace(long, word =>
      word.slice(0, 4) + word.slice(4, -3).replace(syllable, "$1$2\u00ad") + word.slice(-3));
    if (broken !== text.data) text.data = broken;
  }
}

/** Breaks the long words of the texts that are too wide for their place; others are left as they are. */
export function fitWords(root = document) {
  const texts = root.querySelectorAll("main :is(h1, h2, h3, p, li, dd, td, th, a, span)");
  const candidates = [...texts].filter(text => /[\p{L}]{16,}/u.test(text.textContent) && text.childElementCount < 4);
  const wide = candidates.filter(text => isWide(text));
  for (const text of wide) breakWords(text);
}

/** Whether the longest word of a text is wider than the box it stands in. */
function isWide(text) {
  const box = text.closest("h1, h2, h3, p, li, dd, td, th") ?? text;
  const available = box.clientWidth;
  if (!available) return false;
  const size = parseFloat(getComputedStyle(text).fontSize);
  const longest = Math.max(...text.textContent.match(/[\p{L}-]+/gu).map(word => word.length));
  return longest * size * 0.56 > available;
}

fitWords();

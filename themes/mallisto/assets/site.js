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
const long = /[a-zåäöéšž]{16,}/gi;

const broken = word => word.slice(0, 4) + word.slice(4, -3).replace(syllable, "$1$2\u00ad") + word.slice(-3);

/** Breaks the long words that are wider than their line; other text is left as it is. */
export function fitWords(root = document.querySelector("main")) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const wide = [];
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const words = text.length > 15 && text.data.match(long);
    if (words && isWide(text.parentElement, Math.max(...words.map(word => word.length)))) wide.push(text);
  }
  for (const text of wide) text.data = text.data.replace(long, broken);
}

/** Whether a word of so many letters could be wider than the box that its element stands in. */
function isWide(element, letters) {
  const box = element.closest("h1, h2, h3, p, li, dd, dt, td, th, label") ?? element;
  const room = box.clientWidth;
  return room > 0 && letters * parseFloat(getComputedStyle(element).fontSize) * 0.56 > room;
}

// After the first painting, when the browser has measured the page anyway.
requestAnimationFrame(() => setTimeout(fitWords));

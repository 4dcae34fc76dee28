// Counts what first queries fetch, the script included, each file under gzip -9:
//
//   node bytes.mjs SITE QUERY…
//
// SITE is the site's folder: its `search/`, and the script that `search/manifest.json` names.
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [site, ...queries] = process.argv.slice(2);
const { module } = JSON.parse(await readFile(join(site, "search/manifest.json"), "utf8"));
const search = resolve(site, "." + module);
const { openIndex } = await import(pathToFileURL(search));
const weightOf = async path => gzipSync(await readFile(path), { level: 9 }).length;
const script = await weightOf(search);
for (const query of queries) for (const isFirst of [true, false]) {
  const fetched = [];
  const load = async name => {
    const path = join(site, "search", name);
    fetched.push([name, await weightOf(path)]);
    return new Uint8Array(await readFile(path));
  };
  const index = await openIndex(load, async () => {
    const path = join(dirname(search), "corrections.js");
    fetched.push(["corrections.js", await weightOf(path)]);
    return import(pathToFileURL(path));
  });
  const { numbers, first, explanation } = await index.search(query);
  const cards = await index.cards(numbers.slice(0, isFirst ? first : 10));
  const sum = fetched.reduce((sum, [, size]) => sum + size, 0);
  const start = performance.now();
  await index.search(query);
  const warm = performance.now() - start;
  console.log(`${query}${isFirst ? ", at first" : ""}: ${cards.length} of ${numbers.length}, ${fetched.length} requests, ${sum} bytes + script ${script} = ${sum + script}; warm ${warm.toFixed(1)} ms; ${explanation.words.map(word => word.how)}`);
  console.log("  " + fetched.map(([name, size]) => `${name} ${size}`).join(", "));
}

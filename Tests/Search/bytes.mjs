// Counts what first queries fetch, the script included, each file under gzip -9:
//
//   node bytes.mjs SITE QUERY…
//
// SITE is the site's folder: its `search/`, and the script that `search/manifest.json` names.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [site, ...queries] = process.argv.slice(2);
const { module } = JSON.parse(await readFile(join(site, "search/manifest.json"), "utf8"));
const scripts = [resolve(site, "." + module)];
const { openIndex } = await import(pathToFileURL(scripts[0]));
const script = (await Promise.all(scripts.map(path => readFile(path)))).reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0);
for (const query of queries) for (const limit of [undefined, 10]) {
  const fetched = [];
  const index = await openIndex(async name => {
    const bytes = await readFile(join(site, "search", name));
    fetched.push([name, gzipSync(bytes, { level: 9 }).length]);
    return new Uint8Array(bytes);
  });
  const { hits, explanation } = await index.search(query, { limit });
  const sum = fetched.reduce((sum, [, size]) => sum + size, 0);
  const start = performance.now();
  await index.search(query, { limit });
  const warm = performance.now() - start;
  console.log(`${query}${limit ? ", first " + limit : ""}: ${hits.length} hits, ${fetched.length} requests, ${sum} bytes + script ${script} = ${sum + script}; warm ${warm.toFixed(1)} ms; ${explanation.words.map(word => word.how)}`);
  if (!limit || fetched.length < 12) console.log("  " + fetched.map(([name, size]) => `${name} ${size}`).join(", "));
}

// Counts what first queries fetch, the script included, each file under gzip -9:
//
//   node bytes.mjs MODULE INDEX QUERY…
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [moduleAt, indexAt, ...queries] = process.argv.slice(2);
const { openIndex } = await import(pathToFileURL(resolve(moduleAt)));
const script = gzipSync(await readFile(moduleAt), { level: 9 }).length;
for (const query of queries) for (const limit of [undefined, 10]) {
  const fetched = [];
  const index = await openIndex(async name => {
    const bytes = await readFile(join(indexAt, name));
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

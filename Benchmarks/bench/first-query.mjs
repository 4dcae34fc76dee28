// What a browser fetches until a first query has ten results and the counts of every filter that is not folded away.
//
//   node first-query.mjs mallisto|pagefind SITE QUERY...
//
// Prints a line of JSON for each query: {"query", "bytes", "requests", "results"}, and for Mallisto `first`, the same of what a
// page of a large catalogue shows before anyone scrolls: {"bytes", "requests", "results"}. Bytes are those of the files fetched, scripts
// included, under gzip -9 (a file that gzip makes larger counts as it is). Nothing is kept from one query to the next: Mallisto's
// index is opened anew, and Pagefind's runs in a process of its own.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [engine, folder, ...queries] = process.argv.slice(2);
const site = resolve(folder);
if (engine === "pagefind" && queries.length > 1) {
  for (const query of queries) {
    const run = spawnSync(process.execPath, [process.argv[1], engine, folder, query], { stdio: ["ignore", "pipe", "inherit"] });
    if (run.status) process.exit(run.status);
    process.stdout.write(run.stdout);
  }
  process.exit();
}

/** What files weigh, by path; it is found out once. */
const weights = new Map();
/** The paths of the files that the query at hand has fetched. */
const fetched = new Set();
/** A file below the site, counted once. */
function take(path) {
  const bytes = readFileSync(path);
  if (!weights.has(path)) weights.set(path, Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
  fetched.add(path);
  return bytes;
}

const sum = () => ({ bytes: [...fetched].reduce((sum, path) => sum + weights.get(path), 0), requests: fetched.size });

async function mallisto(query) {
  const { module } = JSON.parse(readFileSync(`${site}/search/manifest.json`, "utf8"));
  /** A script of the theme, by its path from the search's. */
  const script = name => {
    const path = resolve(dirname(site + module), name);
    take(path);
    return import(pathToFileURL(path));
  };
  const { openIndex } = await script("search.js");
  const index = await openIndex(async name => new Uint8Array(take(`${site}/search/${name}`)), () => script("corrections.js"));
  const { numbers, first, total } = await index.search(query);
  await Promise.all([index.cards(numbers.slice(0, first)), index.facets()]);
  const atFirst = { ...sum(), results: first };
  await index.cards(numbers.slice(0, 10));
  return { results: total, first: atFirst };
}

async function pagefind(query) {
  const html = { getAttribute: () => "fi" };
  globalThis.document = { querySelector: () => html, documentElement: html, currentScript: null };
  globalThis.window = { location: { origin: "http://site", href: "http://site/" } };
  globalThis.location = globalThis.window.location;
  globalThis.fetch = async address => {
    const path = String(address).replace(/^file:\/\//, "").split("?")[0];
    return new Response(take(path.startsWith(site) ? path : site + path), { status: 200 });
  };
  take(`${site}/pagefind.js`);
  const engine = await import(pathToFileURL(`${site}/pagefind.js`));
  await engine.options({ basePath: `${site}/` });
  await engine.init("fi");
  await engine.filters();
  const found = await engine.search(query);
  await Promise.all(found.results.slice(0, 10).map(result => result.data()));
  return { results: found.results.length };
}

for (const query of queries) {
  fetched.clear();
  const found = await { mallisto, pagefind }[engine](query);
  await new Promise(done => process.stdout.write(JSON.stringify({ query, ...sum(), ...found }) + "\n", done));
}
process.exit();

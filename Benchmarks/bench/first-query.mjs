// What a browser fetches until a first query has ten results and the counts of every filter that is not folded away.
//
//   node first-query.mjs mallisto|pagefind SITE QUERY...
//
// Prints a line of JSON for each query: {"query", "bytes", "requests", "results"}, and for Mallisto `first`, the same of what a
// page of a large catalogue shows before anyone scrolls: {"bytes", "requests", "results"}. Bytes are those of the files fetched, scripts
// included, under gzip -9 (a file that gzip makes larger counts as it is). Each query runs in a process of its own, so that
// nothing is kept from the one before.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const [engine, folder, ...queries] = process.argv.slice(2);
const site = resolve(folder);
if (queries.length > 1) {
  for (const query of queries) {
    const run = spawnSync(process.execPath, [process.argv[1], engine, folder, query], { stdio: ["ignore", "pipe", "inherit"] });
    if (run.status) process.exit(run.status);
    process.stdout.write(run.stdout);
  }
  process.exit();
}

const fetched = new Map();
/** A file below the site, counted once. */
function take(path) {
  const bytes = readFileSync(path);
  fetched.set(path, Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length));
  return bytes;
}

const sum = () => ({ bytes: [...fetched.values()].reduce((sum, size) => sum + size, 0), requests: fetched.size });

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

const found = await { mallisto, pagefind }[engine](queries[0]);
process.stdout.write(JSON.stringify({ query: queries[0], ...sum(), ...found }) + "\n", () => process.exit());

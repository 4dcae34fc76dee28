// Scores the search of a built site against judged queries:
//
//   node evaluate.mjs SITE QUERIES [--verbose] [--results FILE]
//
// SITE is the site's folder: its `search/` and the module that `search/manifest.json` names. QUERIES is
// `{"queries": [{"id", "type", "q", "relevant": [slug, …]}]}`. Recall is over all results, averaged over queries. Exits 1 when
// F1 is under 0.95 over all queries or under 0.90 for a kind of them.
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, queriesAt, ...options] = process.argv.slice(2);
const { module } = JSON.parse(await readFile(join(site, "search/manifest.json"), "utf8"));
const { openIndex } = await import(pathToFileURL(resolve(join(site, module))));
const index = await openIndex(async name => new Uint8Array(await readFile(join(site, "search", name))));
const { queries } = JSON.parse(await readFile(queriesAt, "utf8"));

const rows = new Map();
const results = {};
for (const query of queries) {
  const { numbers, explanation } = await index.search(query.q);
  const ranked = (await index.cards(numbers)).map(card => card.slug);
  results[query.id] = ranked;
  const relevant = new Set(query.relevant);
  const right = ranked.filter(slug => relevant.has(slug)).length;
  const row = [
    relevant.size ? right / relevant.size : 1, ranked.length ? right / ranked.length : Number(!relevant.size),
    ranked.slice(0, relevant.size).filter(slug => relevant.has(slug)).length / (relevant.size || 1) || Number(!relevant.size)];
  for (const kind of [query.type, "ALL"]) rows.set(kind, [...(rows.get(kind) ?? []), row]);
  if (options.includes("--verbose") && (row[0] < 1 || row[1] < 1)) {
    const words = explanation.words.map(function tell(word) {
      return word.parts ? `[${word.parts.map(tell).join(" + ")}]` : `${word.how}:${word.terms?.join("|")}`;
    });
    console.log(`${query.id} ${query.q}: recall ${row[0].toFixed(2)} precision ${row[1].toFixed(2)} of ${relevant.size}; ${words.join(" ")}`);
  }
}
let low = false;
for (const [kind, list] of rows) {
  const [recall, precision, rPrecision] = [0, 1, 2].map(i => list.reduce((sum, row) => sum + row[i], 0) / list.length);
  const f1 = recall + precision ? 2 * recall * precision / (recall + precision) : 0;
  low ||= f1 < (kind === "ALL" ? 0.95 : 0.9);
  console.log(`${kind.padEnd(10)} n=${String(list.length).padStart(3)}  recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}  F1 ${f1.toFixed(3)}  R-precision ${rPrecision.toFixed(3)}`);
}
const file = options[options.indexOf("--results") + 1];
if (options.includes("--results")) await writeFile(file, JSON.stringify({ system: "mallisto", results }));
process.exit(low ? 1 : 0);

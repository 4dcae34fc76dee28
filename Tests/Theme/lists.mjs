// What the catalogue's own filter module makes of a built site, for every combination of two values of its facets:
//
//   node lists.mjs SITE
//
// Prints `{"slugs": [slug, …], "codes": {facet: [code, …]}, "lists": [[facet, code, facet, code, [number, …], [count, count]], …]}`;
// a number is a place in `slugs`, and the counts are those shown beside the two values.
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
const open = path => import(pathToFileURL(resolve(join(site, path))));
const { module } = JSON.parse(await readFile(join(site, "search/manifest.json"), "utf8"));
const { openIndex } = await open(module);
const { narrow } = await open(join(dirname(module), "listing.js"));
const index = await openIndex(async name => new Uint8Array(await readFile(join(site, "search", name))));
const columns = await index.facets(true);
const names = Object.keys(columns).sort();
const everything = [...Array(index.size).keys()];
const practices = JSON.parse(await readFile(join(site, "data/practices.json"), "utf8"));
const slugs = [];
for (const { slug } of practices) slugs[await index.numberOf(slug)] = slug;
const values = names.flatMap(name => columns[name].codes.map(code => [name, code]));
const lists = [];
values.forEach(([one, a], i) => {
  for (const [other, b] of values.slice(i)) {
    const chosen = new Map(names.map(name => [name, new Set()]));
    chosen.get(one).add(a);
    chosen.get(other).add(b);
    const { numbers, counts } = narrow(columns, names, everything, chosen);
    lists.push([one, a, other, b, numbers, [counts.get(one).get(a), counts.get(other).get(b)]]);
  }
});
console.log(JSON.stringify({ slugs, codes: Object.fromEntries(names.map(name => [name, columns[name].codes])), lists }));

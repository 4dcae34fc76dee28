// The catalogue's filters over random catalogues, against a plain computation. Run with `node --test Tests/Theme`.

import assert from "node:assert/strict";
import test from "node:test";
import { narrow, readState, sorted, told, understood, writeState } from "../../themes/mallisto/assets/listing.js";

/** Random numbers that are the same on every run (xorshift). */
function generator(seed) {
  let state = seed;
  return limit => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const regions = ["hva-05", "hva-08", "kunta-418", "maa-FI", "maakunta-06"];
const funders = ["OKM", "STM", "EI"];
const stages = ["idea", "suunnittelu", "kokeilu", "kayttoonotto", "valmis"];
const names = ["region", "funder", "stage"];

/** A practice as a plain object: its codes by facet. */
function practice(random) {
  const isNational = random(6) === 0;
  const some = codes => codes.filter(() => random(3) === 0);
  return {
    region: isNational ? regions : [regions.filter(code => code !== "maa-FI")[random(4)]],
    funder: [...new Set([funders[random(3)], ...some(funders)])],
    stage: [stages[random(5)]],
    modified: `202${random(6)}-0${1 + random(9)}-11`,
    name: String(random(1e6)).padStart(7, "0"),
  };
}

/** The same catalogue in the form of facets.json. */
function columns(practices) {
  const column = facet => {
    const codes = [...new Set(practices.flatMap(practice => practice[facet]))].sort();
    const keys = practices.map(practice => practice[facet].map(code => codes.indexOf(code)).sort((a, b) => a - b).join(" "));
    const different = [...new Set(keys)];
    return { codes, sets: different.map(key => key.split(" ").map(Number)), of: keys.map(key => different.indexOf(key)) };
  };
  return Object.fromEntries(names.map(facet => [facet, column(facet)]));
}

/** The places of practices in the form of orders.json. */
function orders(practices) {
  const ranks = order => {
    const keys = [...new Set(practices.map(practice => practice[order]))].sort();
    return practices.map(practice => keys.indexOf(practice[order]));
  };
  return { modified: ranks("modified"), name: ranks("name") };
}

const fits = (practice, chosen, ignored) => names.every(name =>
  name === ignored || !chosen.get(name)?.size || practice[name].some(code => chosen.get(name).has(code)));

test("list and counts equal a plain computation for every pair of codes", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = generator(seed * 7919);
    const practices = Array.from({ length: 200 }, () => practice(random));
    const data = columns(practices);
    const all = practices.map((_, number) => number);
    const pairs = names.flatMap(name => data[name].codes.map(code => [name, code]));
    for (const [one, a] of pairs) {
      for (const [other, b] of pairs) {
        const chosen = new Map(names.map(name => [name, new Set()]));
        chosen.get(one).add(a);
        chosen.get(other).add(b);
        const { numbers, counts } = narrow(data, names, all, chosen);
        assert.deepEqual(numbers, all.filter(number => fits(practices[number], chosen)));
        for (const [name, code] of pairs) {
          const expected = practices.filter(practice => practice[name].includes(code) && fits(practice, chosen, name)).length;
          assert.equal(counts.get(name).get(code), expected);
        }
      }
    }
  }
});

test("orders are total: by change, by name, by stage with the furthest first", () => {
  const random = generator(42);
  const practices = Array.from({ length: 200 }, () => practice(random));
  const data = columns(practices);
  const places = orders(practices);
  const all = practices.map((_, number) => number);
  const keys = {
    modified: ({ modified }) => modified,
    name: ({ name }) => name,
    stage: ({ stage }) => stages.indexOf(stage[0]),
  };
  const isOrdered = (order, compare) => sorted(data, places, all, order, stages).every((number, i, list) =>
    i === 0 || compare(keys[order](practices[list[i - 1]]), keys[order](practices[number])));
  assert(isOrdered("modified", (a, b) => a >= b));
  assert(isOrdered("name", (a, b) => a <= b));
  assert(isOrdered("stage", (a, b) => a >= b));
});

test("national practices are told apart only under other regions", () => {
  const data = columns([
    { region: regions, funder: ["OKM"], stage: ["idea"] },
    { region: ["hva-05"], funder: ["OKM"], stage: ["idea"] },
  ]);
  assert.deepEqual(told(data, [0, 1], new Map([["region", new Set(["hva-05"])]])), [[1], [0]]);
  assert.deepEqual(told(data, [0], new Map([["region", new Set(["maa-FI"])]])), [[0], []]);
  assert.deepEqual(told(data, [0, 1], new Map()), [[0, 1], []]);
});

test("a state survives the address", () => {
  const address = "?q=poissaolo+ja+%C3%A4iti&region=hva-05&region=hva-08&funder=STM&stage=valmis&sort=name&view=table";
  assert.equal(writeState(readState(address, names)), address);
  assert.equal(writeState(readState("", names)), "");
});

test("only a query that was understood otherwise is explained", () => {
  const exact = { word: "poissaolo", how: "exact" };
  assert.equal(understood({ mode: "all", words: [exact] }), "");
  assert.equal(understood({ mode: "all", words: [{ word: "poisaolo", how: "misspelt", form: "poissaolo" }] }), "poissaolo");
  assert.equal(
    understood({ mode: "all", words: [{ word: "koulupoissaolo", how: "split", parts: [{ word: "koulu" }, { word: "poissaolo" }] }] }),
    "koulu + poissaolo");
  assert.equal(understood({ mode: "any", words: [exact, { word: "kissa", how: "exact" }] }), "poissaolo / kissa");
});

// The search module against a small index: node --test Tests/Search
//
// The index is made by `search-evaluation` from documents written here, so what is tested is what is shipped.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { isForm } from "../../themes/mallisto/assets/search.js/1-finnish.js";
import { marker as markerOf } from "../../themes/mallisto/assets/cards.js";
import { firstTogether } from "../../themes/mallisto/assets/search.js/1-first.js";
import * as corrections from "../../themes/mallisto/assets/corrections.js/2-meanings.js";
import * as listing from "../../themes/mallisto/assets/listing.js";
import * as search from "../../themes/mallisto/assets/search.js/2-index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [builder] = ["debug", "release"].map(kind => join(root, ".build", kind, "search-evaluation")).filter(existsSync)
  .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
assert.ok(builder, "build it first: swift build --product search-evaluation");

const folder = mkdtempSync(join(tmpdir(), "search-"));
after(() => rmSync(folder, { recursive: true }));
const documents = [
  { id: "porrasmalli", title: "Poissaoloihin puuttumisen porrasmalli", body: ["Koulupoissaolot vähenevät, kun niihin puututaan varhain.", "Huoltajaan otetaan yhteyttä."], facets: { region: ["kunta-418", "hva-08"], stage: ["valmis"] } },
  { id: "ankkuri", title: "Ankkurityö", body: ["Nuorten tukeminen alkaa varhain.", "Poissaolo on merkki, johon tartutaan."], facets: { region: ["hva-05"], stage: ["valmis"] } },
  { id: "kiusaaminen", title: "Kiusaamisen vastainen ohjelma", body: ["Kiusaamistapaukset selvitetään ja oppilaiden hyvinvointia vahvistetaan.", "Yhteistyö kotien ja koulujen välillä."], facets: { region: ["hva-05"], stage: ["idea"] } },
  { id: "kieli", title: "Kotihoidon kehittäminen", body: ["Työntekijät käyttävät kenkiä, ja yöllä on hiljaista.", "Veden juominen on tärkeää. Ikäihmisten kotikuntoutus kehittyy."], facets: { stage: ["idea"] } },
  { id: "video", title: "Kotikuntoutuksen video", body: Array(12).fill("Kuntoutus auttaa, ja kuntoutus jatkuu.") },
  { id: "malli", title: "Kuntoutuksen malli", body: ["Näin työ tehdään."] },
  { id: "skola", title: "Skolnärvaro", language: "sv", body: ["Elevhälsan stöder skolan och föräldrarna."], facets: { stage: ["kokeilu"] } },
];
writeFileSync(join(folder, "documents.json"), JSON.stringify(documents));
execFileSync(builder, [join(folder, "documents.json"), folder]);
const loaded = [];
const load = async name => {
  loaded.push(name);
  return new Uint8Array(readFileSync(join(folder, name)));
};
// The scripts' parts stand in folders here, and the search imports the other scripts from beside itself.
const openIndex = (load, importCorrections = async () => corrections) => search.openIndex(load, importCorrections, async () => listing);
const index = await openIndex(load);
/** What an index finds, with the slugs of the practices in order. */
const found = async (index, query, options) => {
  const result = await index.search(query, options);
  return { ...result, slugs: (await index.cards(result.numbers)).map(card => card.slug) };
};
const slugs = async (query, options) => (await found(index, query, options)).slugs;
const words = async query => (await index.search(query)).explanation.words;
/** What marks the words of a text that a query means. */
const marker = async (index, query) => markerOf(await index.meant(query));

test("finds inflected forms that no document has, the best first", async () => {
  assert.deepEqual(await slugs("poissaoloihin"), ["porrasmalli", "ankkuri"]);
  assert.deepEqual(await slugs("poissaolojensakin"), ["porrasmalli", "ankkuri"]);
  assert.deepEqual(await slugs("kengissä"), ["kieli"]);
  assert.deepEqual(await slugs("yöhön"), ["kieli"]);
  assert.deepEqual(await slugs("vesistä"), ["kieli"]);
});

test("finds parts of compounds, and a compound's own forms only", async () => {
  assert.deepEqual(await slugs("tapaus"), ["kiusaaminen"]);
  assert.deepEqual(await slugs("kiusaaminen"), ["kiusaaminen"]);
  assert.deepEqual(await slugs("koulupoissaolo"), ["porrasmalli"]);
});

test("splits a compound that it does not know", async () => {
  const [word] = await words("kotiyhteistyöllä");
  assert.equal(word.how, "split");
  assert.deepEqual(await slugs("kotiyhteistyöllä"), ["kiusaaminen"]);
});

test("forgives one misspelt letter, and says what it took the word for", async () => {
  for (const query of ["poisaolo", "poisssaolo", "poissaoloo", "posisaolo", "poissaalo"])
    assert.deepEqual(await slugs(query), ["porrasmalli", "ankkuri"], query);
  const [word] = await words("hyvinvoitnia");
  assert.equal(word.how, "misspelt");
  assert.equal(word.form, "hyvinvointia");
});

test("forgives two slips in a long word, not in a short one", async () => {
  for (const query of ["poisaoolo", "psoissaolio", "poisaoloihim", "poisaaolloihin"])
    assert.deepEqual(await slugs(query), ["porrasmalli", "ankkuri"], query);
  assert.deepEqual(await slugs("merri"), []);
});

test("leaves the words that only bind others out of a question, unless there are no others", async () => {
  assert.deepEqual(await slugs("miten poissaoloihin ja huoltajiin"), ["porrasmalli"]);
  assert.equal((await index.search("miten poissaoloihin")).explanation.words.length, 1);
  assert.deepEqual(await slugs("kun"), ["porrasmalli"]);
});

test("does not loosen what is asked when one word stands nowhere", async () => {
  const { slugs, explanation } = await found(index, "nuorten poissaolo qqqqq");
  assert.equal(explanation.mode, "any");
  assert.deepEqual(slugs, ["ankkuri"]);
});

test("finds what a verb is in for words made of it, and what begins alike at last", async () => {
  assert.deepEqual(await slugs("tarttuminen"), ["ankkuri"]);
  assert.deepEqual(await slugs("selvitettyjä"), ["kiusaaminen"]);
  assert.deepEqual(await slugs("hyvinvoiva"), ["kiusaaminen"]);
});

test("finds words typed without dots, wholly or in part, and says what it took them for", async () => {
  for (const query of ["kayttavat", "tarkeaa", "tyontekijoille", "yolla", "juomisesta tarkeasta"])
    assert.equal((await slugs(query))[0], "kieli", query);
  assert.equal((await words("tyontekijoille"))[0].form, "työntekijöille");
  assert.deepEqual(await slugs("tärkea"), ["kieli"]);
});

test("puts a word of the title before one that a text repeats", async () => {
  assert.deepEqual(await slugs("kuntoutus"), ["malli", "video", "kieli"]);
});

test("wants all words when a document has them, else any", async () => {
  const both = await found(index, "nuorten poissaolo");
  assert.equal(both.explanation.mode, "all");
  assert.deepEqual(both.slugs, ["ankkuri"]);
  const either = await found(index, "kenkä kiusaaminen");
  assert.equal(either.explanation.mode, "any");
  assert.deepEqual(new Set(either.slugs), new Set(["kieli", "kiusaaminen"]));
});

test("takes words in quotes as they are written, one after another", async () => {
  assert.deepEqual(await slugs('"otetaan yhteyttä"'), ["porrasmalli"]);
  assert.deepEqual(await slugs("”otetaan yhteyttä”"), ["porrasmalli"]);
  assert.deepEqual(await slugs('"yhteyttä otetaan"'), []);
  assert.deepEqual(await slugs('"poissaolo"'), ["ankkuri"]);
});

test("finds words of other languages whole and by their beginning", async () => {
  assert.deepEqual(await slugs("elevhälsan"), ["skola"]);
  assert.deepEqual(await slugs("elevhäl"), ["skola"]);
  assert.deepEqual(await slugs("skola"), ["skola"]);
});

test("filters: any code of a facet, every facet", async () => {
  assert.deepEqual(await slugs("poissaolo", { filters: { region: ["hva-05"] } }), ["ankkuri"]);
  assert.deepEqual(await slugs("poissaolo", { filters: { region: ["hva-05", "hva-08"], stage: ["valmis"] } }), ["porrasmalli", "ankkuri"]);
  assert.deepEqual(await slugs("poissaolo", { filters: { region: ["hva-05"], stage: ["idea"] } }), []);
  assert.deepEqual(await slugs("poissaolo", { filters: { nothing: ["x"] } }), []);
  assert.deepEqual(await slugs("poissaolo", { filters: { region: [] } }), ["porrasmalli", "ankkuri"]);
});

test("tells how many were found, and the numbers of practices by their slugs", async () => {
  const { total, numbers } = await index.search("poissaolo");
  assert.equal(total, 2);
  assert.equal(numbers.length, 2);
  const [card] = await index.cards([await index.numberOf("ankkuri")]);
  assert.equal(card.title, "Ankkurityö");
  assert.equal(await index.numberOf("ei-ole"), undefined);
});

test("marks every form of a word in a text, parts of compounds too", async () => {
  const mark = await marker(index, "poissaolo kiusaaminen");
  const marked = text => mark(text).filter(piece => piece.match).map(piece => piece.text);
  assert.deepEqual(marked("Poissaoloista, koulupoissaoloihin ja olosta."), ["Poissaoloista", "koulupoissaoloihin"]);
  assert.deepEqual(marked("Kiusaamisesta kiusaamistapauksiin."), ["Kiusaamisesta"]);
  const text = "Mitään tästä ei haettu.";
  assert.deepEqual(mark(text), [{ text, match: false }]);
});

test("reads no file twice", () => {
  assert.equal(new Set(loaded).size, loaded.length);
});

test("fetches few files, whatever is asked of however many practices", async () => {
  const rare = ["kurssi", "matka", "leiri", "kahvila", "laiva", "puutarha", "musiikki", "teatteri", "uinti", "pyörä"];
  const many = Array.from({ length: 700 }, (_, i) => ({
    id: `malli-${String(i).padStart(3, "0")}`, title: `${rare[i % 10]} ja koulu ${i}`,
    body: [`Oppilaat ja vanhemmat ${rare[i % 7]}${rare[i % 9]}lla, ${rare[i % 8]}kerhossa ${rare[(i * 7) % 10]}${rare[(i * 3) % 10]}ssa.`],
  }));
  const large = join(folder, "large");
  writeFileSync(join(folder, "large.json"), JSON.stringify(many));
  execFileSync(builder, [join(folder, "large.json"), large]);
  for (const [query, total] of [["koulu", 700], ["kouluihin", 700], ["oppilaille vanhempien kanssa", 0], ["koulujen oppilaiden vanhemmat", 700], ["oppliaille", 700], ["qwertyuiop", 0], ["oppi", 700]]) {
    const fetched = [];
    const index = await openIndex(async name => {
      fetched.push(name);
      return new Uint8Array(readFileSync(join(large, name)));
    });
    const { total: count } = await index.search(query);
    if (total) assert.equal(count, total, query);
    assert.ok(fetched.length <= 3 + query.split(" ").length, `${query}: ${fetched}`);
  }
  // The first results stand together, with the facets' counts at hand: in the file of a word, or in blocks of neighbours.
  for (const query of ["koulu", "kurssi koulu", "oppilaille vanhempien koulu", '"oppilaat ja vanhemmat"']) {
    const fetched = [];
    const index = await openIndex(async name => {
      fetched.push(name);
      return new Uint8Array(readFileSync(join(large, name)));
    });
    const { numbers, first } = await index.search(query);
    const asked = fetched.length;
    await index.cards(numbers.slice(0, 10));
    await index.facets();
    // A word alone needs no other file than that of its cards, which has its practices too.
    assert.deepEqual(fetched.slice(query === "koulu" ? 1 : asked).map(name => name.split("/")[0]), ["best"], `${query}: ${fetched}`);
    assert.equal(first, 10);
  }
  // Every practice has "koulu", so beside another word nothing is asked of it.
  for (const [query, files] of [["kurssi koulu", 1], ["kurssi matka koulu", 2], ["koulu vanhemmat", 2]]) {
    const fetched = [];
    const index = await openIndex(async name => (fetched.push(name), new Uint8Array(readFileSync(join(large, name)))));
    const { explanation } = await index.search(query);
    assert.equal(fetched.filter(name => name.startsWith("terms/")).length, files, `${query}: ${fetched}`);
    assert.deepEqual(explanation.words.map(({ word }) => word), query.split(" "));
  }
  // A phrase needs the places of the words before its last one, and the practices that are about that.
  const asked = [];
  const index = await openIndex(async name => (asked.push(name.split("/")[0]), new Uint8Array(readFileSync(join(large, name)))));
  assert.equal((await index.search('"oppilaat ja vanhemmat"')).total, 700);
  assert.deepEqual(asked.slice(1).filter(folder => folder === "phrases").length, 2, asked);
  // The others have the same cards in other files.
  const all = await index.cards([...Array(700).keys()]);
  assert.deepEqual(all.map(card => card.slug), many.map(document => document.id));
});

test("puts those first, of equally good results, whose cards stand together", () => {
  const blockOf = number => Math.floor(number / 4);
  const first = (ranked, scores, words = {}) => {
    const { ranked: order, files } = firstTogether(ranked, scores, new Map(Object.entries(words)), blockOf, 4);
    assert.deepEqual([...files.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b)), order.slice(0, 4));
    assert.deepEqual([...order].sort((a, b) => a - b), [...ranked].sort((a, b) => a - b));
    return [order, [...new Set(files.values())]];
  };
  const scores = { 1: 5, 2: 5, 5: 5, 8: 5, 9: 5, 10: 5, 13: 9 };
  // Beside the best one, 13, there is none; of the others three are in one block.
  assert.deepEqual(first([13, 1, 2, 5, 8, 9, 10], scores), [[13, 8, 9, 10, 1, 2, 5], [3, 2]]);
  // The file of a word has all that are needed.
  assert.deepEqual(first([13, 1, 2, 5, 8, 9, 10], scores, { word: new Set([1, 5, 8, 13]) }), [[13, 1, 5, 8, 2, 9, 10], ["word"]]);
  // Two cards are not worth the file of a word, three are.
  assert.deepEqual(first([13, 1, 5], scores, { word: new Set([1, 5, 7]) })[1], [3, 0, 1]);
  assert.deepEqual(first([13, 1, 5, 9], { ...scores, 9: 4 }, { word: new Set([1, 5, 9]) })[1], ["word", 3]);
  // Cards at hand, which have no file, are taken before all others, and even one is.
  assert.deepEqual(first([13, 1, 2, 5, 8, 9, 10], scores, { "": new Set([2]) }), [[13, 2, 8, 9, 1, 5, 10], ["", 3, 2]]);
  // Better ones stay before.
  assert.deepEqual(first([1, 5, 9, 13, 14], { 1: 9, 5: 8, 9: 7, 13: 6, 14: 5 })[0], [1, 5, 9, 13, 14]);
  assert.deepEqual(first([], {}), [[], []]);
});

test("fetches one file of cards for a word of a few practices in a small catalogue", async () => {
  const few = Array.from({ length: 200 }, (_, i) => ({ id: `malli-${i + 100}`, title: i % 20 ? `Malli ${i}` : "Puutarha", body: ["Koulu."] }));
  const small = join(folder, "small");
  writeFileSync(join(folder, "small.json"), JSON.stringify(few));
  execFileSync(builder, [join(folder, "small.json"), small]);
  const fetched = [];
  const index = await openIndex(async name => {
    fetched.push(name.split("/")[0]);
    return new Uint8Array(readFileSync(join(small, name)));
  });
  const { numbers } = await index.search("puutarhassa");
  assert.deepEqual((await index.cards(numbers)).map(card => card.title), Array(10).fill("Puutarha"));
  assert.deepEqual(fetched, ["manifest.json", "terms", "few"]);
});

test("fetches a common word's cards with its practices in a large catalogue, and no places of words that are everywhere", async () => {
  const many = Array.from({ length: 2100 }, (_, i) => ({ id: `malli-${i + 1000}`, title: `Puisto ${i}`, body: ["Koulu koulu koulu koulu koulu koulu."] }));
  const large = join(folder, "everywhere");
  writeFileSync(join(folder, "everywhere.json"), JSON.stringify(many));
  execFileSync(builder, [join(folder, "everywhere.json"), large]);
  for (const query of ["puistossa", '"koulu koulu"']) {
    const fetched = [];
    const index = await openIndex(async name => {
      fetched.push(name.split("/")[0]);
      return new Uint8Array(readFileSync(join(large, name)));
    });
    const { numbers, first, total } = await index.search(query);
    assert.deepEqual([first, total], [10, 2100], query);
    assert.deepEqual((await index.cards(numbers.slice(0, 10))).map(card => card.slug), numbers.slice(0, 10).map(number => `malli-${number + 1000}`));
    assert.deepEqual(fetched, ["manifest.json", "terms"], query);
  }
});

test("tells what every practice is found under", async () => {
  const { region, stage } = await index.facets();
  const codesOf = ({ codes, sets, of }) => of.map(set => sets[set].map(code => codes[code]));
  // By slug: ankkuri, kieli, kiusaaminen, malli, porrasmalli, skola, video.
  assert.deepEqual(codesOf(stage), [["valmis"], ["idea"], ["idea"], [], ["valmis"], ["kokeilu"], []]);
  assert.deepEqual(codesOf(region)[4], ["hva-08", "kunta-418"]);
});

test("tries again after a file that failed", async () => {
  let fails = true;
  const shaky = await openIndex(name => fails && name !== "manifest.json" ? Promise.reject(new Error(name)) : load(name));
  await assert.rejects(shaky.search("poissaolo"));
  fails = false;
  assert.equal((await shaky.search("poissaolo")).total, 2);
});

test("asks for what corrects words only when no practice has one", async () => {
  let imports = 0;
  const index = await openIndex(load, async () => (imports++, corrections));
  await index.search("poissaoloihin kenkä elevhälsan \"otetaan yhteyttä\"");
  await index.search("kotikuntoutuksessa kengissä");
  assert.equal(imports, 0);
  assert.deepEqual((await index.search("poisaolo kegnissä")).explanation.words.map(word => word.how), ["misspelt", "misspelt"]);
  await index.search("qqqqq");
  assert.equal(imports, 1);
});

test("finds what is spelt right when what corrects words cannot be fetched, and tries again", async () => {
  let fails = true;
  const index = await openIndex(load, async () => {
    if (fails) throw new TypeError("Failed to fetch dynamically imported module");
    return corrections;
  });
  const { slugs, explanation } = await found(index, "nuorten poisaolo");
  assert.deepEqual(slugs, ["ankkuri"]);
  assert.deepEqual(explanation.words.map(word => word.how), ["inflected", "none"]);
  assert.equal((await marker(index, "nuorten poisaolo"))("Nuoren poissaolo").filter(piece => piece.match).length, 1);
  fails = false;
  assert.equal((await index.search("poisaolo")).explanation.words[0].form, "poissaolo");
});

test("never throws, whatever is asked", async () => {
  let seed = 1;
  const random = count => (seed = seed * 48271 % 2147483647) % count;
  const letters = ["poissa", "olo", "kiusa", "ä", "ö", "n", "ssa", "\"", "”", "-", "'", " ", "  ", "😀", "\u0308", "\u00ad", "1", ":", "\\", "[", "(", "*", "\u0000", "Å", "ß", "İ"];
  for (let round = 0; round < 400; round++) {
    const query = Array.from({ length: random(9) }, () => letters[random(letters.length)]).join("");
    const { numbers, first } = await index.search(query, round % 3 ? {} : { filters: { stage: ["valmis"] } });
    assert.ok(Array.isArray(numbers) && first <= numbers.length, query);
    (await marker(index, query))(query);
  }
  for (const odd of [undefined, null, 7, "", " ", "a".repeat(10000)]) await index.search(odd);
});

test("knows the forms of words of many kinds", () => {
  const noun = 1, verb = 2, adjective = 9;
  for (const [form, base, marks] of [
    ["hampaissa", "hammas", noun], ["oppilaille", "oppilas", noun], ["kirjallisuudesta", "kirjallisuus", noun],
    ["vastauksiin", "vastaus", noun], ["perheeseen", "perhe", noun], ["hankkeita", "hanke", noun], ["jalkaan", "jalka", noun],
    ["jalan", "jalka", noun], ["puvun", "puku", noun], ["pojille", "poika", noun], ["lasten", "lapsi", noun], ["käsillä", "käsi", noun],
    ["ihmisten", "ihminen", noun], ["työttömien", "työtön", noun], ["avaimet", "avain", noun], ["tyttärensä", "tytär", noun],
    ["vuonna", "vuosi", noun], ["suuremmissa", "suuri", adjective], ["korkeimmat", "korkea", adjective], ["suurinta", "suuri", adjective],
    ["haettiin", "hakea", verb], ["luetaan", "lukea", verb], ["annamme", "antaa", verb], ["tapaavat", "tavata", verb], ["juoksee", "juosta", verb],
    ["parhaista", "hyvä", adjective], ["pidemmillä", "pitkä", adjective], ["kauneimpien", "kaunis", adjective], ["ruuassa", "ruoka", noun],
    ["keväällä", "kevät", noun], ["ihmisettä", "ihminen", noun], ["töihin", "työ", noun], ["kävivät", "käydä", verb], ["veisi", "viedä", verb],
    ["kuunteli", "kuunnella", verb], ["siirtynee", "siirtyä", verb], ["tehdessä", "tehdä", verb],
    ["tekisi", "tehdä", verb], ["valitsivat", "valita", verb], ["saadaan", "saada", verb], ["tullessa", "tulla", verb],
    ["määrätköön", "määrätä", verb], ["tarvittaisi", "tarvita", verb], ["vanhene", "vanheta", verb],
    ["kukkia", "kukka", noun], ["kaloilla", "kala", noun], ["arjessa", "arki", noun], ["lattialla", "lattia", noun],
    ["vapaaseen", "vapaa", adjective], ["halvinta", "halpa", adjective], ["valtiota", "valtio", noun], ["tekijöiltä", "tekijä", noun],
  ]) assert.ok(isForm(form, base, marks), `${form} ← ${base}`);
  for (const [form, base, marks] of [
    ["koulutus", "koulu", noun], ["talossä", "talo", noun], ["poikki", "poika", noun], ["alkoi", "ala", noun], ["tuolla", "tuoli", noun],
    ["pulloista", "pulla", noun], ["jätetään", "jäte", noun], ["puusta", "puku", noun], ["aren", "arki", noun],
    ["katoin", "katos", noun], ["latialla", "lattia", noun],
    ["määrän", "määrätä", verb], ["otsikon", "otsikoida", verb], ["kuvakin", "kuvata", verb],
  ]) assert.ok(!isForm(form, base, marks), `${form} is no form of ${base}`);
});

import Testing

@testable import Rendering

struct AssetFolderTests {
  @Test func aFolderNamedAsAStyleSheetIsPublishedAsOne() {
    let folder = AssetFolder([
      (path: "site.css/2-parts.css", bytes: Array("b{}\n".utf8)), (path: "print.css", bytes: Array("p{}\n".utf8)),
      (path: "site.css/1-base.css", bytes: Array("a{}\n".utf8)), (path: "icons/map.svg", bytes: Array("<svg/>".utf8)),
    ])
    #expect(folder.files.map(\.path) == ["icons/map.svg", "print.css", "site.css"])
    #expect(folder.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<svg/>", "p{}\n", "a{}\nb{}\n"])
  }

  @Test func aFolderNamedAsAScriptIsPublishedAsOneWithoutTheImportsOfItsParts() {
    let folder = AssetFolder([
      (
        path: "search.js/2-index.js",
        bytes: Array("import { a } from \"./1-words.js\";\nimport { b } from \"./b.js\";\na();\n".utf8)
      ),
      (path: "search.js/1-words.js", bytes: Array("export const a = () => 1;\n".utf8)),
    ])
    #expect(folder.files.map(\.path) == ["search.js"])
    #expect(
      String(decoding: folder.files[0].bytes, as: UTF8.self)
        == "const a=()=>1;import{b}from\"./b.js\";a();")
  }

  @Test func theAddressChangesWithTheContentAndOnlyWithIt() {
    let style = (path: "site.css", bytes: Array("a{}".utf8))
    let script = (path: "site.js", bytes: Array("a();\n".utf8))
    let address = AssetFolder([style, script]).path
    #expect(address.wholeMatch(of: /\/assets\/[0-9a-f]{16}/) != nil)
    #expect(AssetFolder([script, style]).path == address)
    // What is not published does not count.
    #expect(AssetFolder([style, (path: "site.js", bytes: Array("// Why.\n  a();\n".utf8))]).path == address)
    #expect(AssetFolder([style, (path: "site.js", bytes: Array("b();\n".utf8))]).path != address)
    #expect(AssetFolder([style, (path: "other.js", bytes: script.bytes)]).path != address)
  }

  @Test func scriptsArePublishedWithoutCommentsAndIndentation() {
    let script = """
      // What it is for.

      /** Adds.
       * @returns the sum */
      const add = (a, b) => {
        /* plainly */
        return a + b; // stays
      };
      const address = "https://example.org";\r
      """
    #expect(
      String(decoding: publishedScript(Array(script.utf8), joined: []), as: UTF8.self)
        == "const add = (a, b) => {return a + b; // stays\n};const address = \"https://example.org\";\n")
  }

  @Test(
    "A line end is left out where the line goes on after it, but not where it ends a comment or a statement",
    arguments: [
      ("call(\n  a,\n  b,\n);\nnext();", "call(a,b,);next();"),
      ("a = b\nc = d", "a = b\nc = d\n"), ("const a = 1; // one;\nb();", "const a = 1; // one;\nb();"),
    ])
  func lineEnds(script: String, published: String) {
    #expect(String(decoding: publishedScript(Array(script.utf8), joined: []), as: UTF8.self) == published)
  }

  @Test(
    "Blanks beside signs are left out, but not where they may mean something",
    arguments: [
      ("for (const a of [1, 2]) b += a;", "for(const a of[1,2])b+=a;"),
      ("return  a in b ? typeof c : void 0;", "return a in b?typeof c:void 0;"),
      ("x = a + +b - -c;", "x=a+ +b- -c;"),
      (#"say("a  b", c ? "d : e" : f);"#, #"say("a  b",c?"d : e":f);"#),
      ("a = b ? / x y /.test(c) : d;", "a=b?/ x y /.test(c):d;"),
      ("a = / b / in c;", "a=/ b / in c;"), ("a = 1 .toFixed();", "a=1 .toFixed();"), ("a = b / /c/;", "a=b/ /c/;"),
      ("a = `b ${ c + `d ${ e }` } f`, g = 'h  i';", "a=`b ${c+`d ${e}`} f`,g='h  i';"),
      (#"a = "b \" c", d = e;"#, #"a="b \" c",d=e;"#),
      ("a = b // c d\ne = f", "a=b// c d\ne=f"),
      ("if (a) { b = c; }", "if(a){b=c}"), ("const a = () => { return; };", "const a=()=>{return};"),
      ("{ for (const a of b); }", "{for(const a of b);}"), ("{ if (a) b; else ; }", "{if(a)b;else;}"),
      ("{ a = `${b}`; } // c", "{a=`${b}`}// c"), ("{ a; // b\n }", "{a;// b\n}"),
      ("const ä = ö && å;", "const ä=ö&&å;"), ("a = (b;\nc = \"", "a = (b;\nc = \""),
    ])
  func blanks(script: String, published: String) {
    #expect(changed(script, by: withoutIdleBlanks) == published)
  }
}

/// A script after one step of its publishing.
private func changed(_ text: String, by step: ([ScriptToken]) -> [ScriptToken]) -> String {
  String(decoding: script(Array(text.utf8), changedBy: step), as: UTF8.self)
}

@Suite("Declarations in a published script")
struct ScriptDeclarationsTests {
  @Test(
    "are one where they follow each other",
    arguments: [
      ("const a = 1; const b = 2;", "const a = 1, b = 2;"),
      ("const a = 1;\nconst [b] = 2;\nc();", "const a = 1, [b] = 2;\nc();"),
      ("const a = () => { const b = 1; const c = 2; };", "const a = () => { const b = 1, c = 2; };"),
      ("if (a) { b(); } const c = 1; const d = `${e}`;", "if (a) { b(); } const c = 1, d = `${e}`;"),
      ("const a = `${b}`; const c = { d }; const e = 1;", "const a = `${b}`, c = { d }, e = 1;"),
    ])
  func joined(script: String, published: String) {
    #expect(changed(script, by: withJoinedDeclarations) == published)
  }

  @Test(
    "stay apart where something else is between them, or one may have ended with its line",
    arguments: [
      "const a = 1; let b = 2; const c = 3;", "export const a = 1; const b = 2;", "const a = 1; export const b = 2;",
      "const a = 1\nb(); const c = 2;", "const a = 1; // one\nconst b = 2;", "for (const a of b) c(); const d = 1;",
      "const a = 1; const b = \"unfinished",
    ])
  func apart(script: String) {
    #expect(changed(script, by: withJoinedDeclarations) == script)
  }
}

@Suite("Names in a published script")
struct ShortNamesTests {
  /// What a script becomes that ends with a line that makes it a module.
  private func short(_ script: String) -> String {
    let end = " export {};"
    return String(changed(script + end, by: withShortNames).dropLast(end.count))
  }

  @Test(
    "are short where the script declares them",
    arguments: [
      ("const number = 1; let other = number + 1;", "const e = 1; let t = e + 1;"),
      ("function add(first, second) { return first + second; }", "function e(t, a) { return t + a; }"),
      ("const add = (first, [second], ...rest) => first;", "const e = (t, [i], ...a) => t;"),
      ("list.map(entry => entry.name);", "list.map(e => e.name);"),
      ("const text = `a ${text2(word => `b ${word}`)}`;", "const e = `a ${text2(t => `b ${t}`)}`;"),
      ("const text = 1; say({ text: 2 });", "const e = 1; say({ text: 2 });"),
      (
        "const text = 1; say({ text }, text, text, text);", "const e = 1; say({ text:e }, e, e, e);"
      ),
      ("const pattern = /[/'\"]text/; const text = \"text\";", "const e = /[/'\"]text/; const t = \"text\";"),
    ])
  func shortened(script: String, published: String) {
    #expect(short(script) == published)
  }

  @Test(
    "stay as they are where others know them by it",
    arguments: [
      "export function search() {} export const order = 1;", "import { search } from \"./search.js\"; search();",
      "const { total, numbers = 1 } = found; total(numbers);", "const text = 1; say({ text });",
      "document.title = location.href;", "const location = 1; location;",
      "class Text { text() { const text = 1; } }", "const text = \"unfinished;", "const text = (1;",
      "const a = 1, b = a;",
    ])
  func kept(script: String) {
    #expect(short(script) == script)
  }

  @Test(
    "stay as they are in a script that others may use without importing it",
    arguments: ["function add(first, second) {}", "const number = 1; import(\"./other.js\"); number.export;"])
  func open(script: String) {
    #expect(changed(script, by: withShortNames) == script)
  }

  @Test(
    "are alike in parts that have nothing of each other",
    arguments: [
      ("const add = (one) => one; const less = (other) => other;", "const e = (t) => t; const t = (e) => e;"),
      // What a statement declares holds in those beside it.
      (
        "const add = 1; const less = 2; say(() => { const add2 = add; });",
        "const e = 1; const t = 2; say(() => { const t = e; });"
      ),
      (
        "say(() => { const one = 1; { const two = one; } const more = 3; });",
        "say(() => { const e = 1; { const t = e; } const t = 3; });"
      ),
      (
        "for (const one of list) { say(one); } for (let two = 1; two; two++) say(two);",
        "for (const e of list) { say(e); } for (let e = 1; e; e++) say(e);"
      ),
      (
        "say(() => { if (list) { var one = 1; } say((two) => two); });",
        "say(() => { if (list) { var t = 1; } say((e) => e); });"
      ),
    ])
  func parts(script: String, published: String) {
    #expect(short(script) == published)
  }

  @Test("take no name that stands in the script")
  func free() {
    #expect(short("const text = e + t.a;") == "const i = e + t.a;")
  }
}

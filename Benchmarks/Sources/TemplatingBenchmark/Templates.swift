/// The page's templates, in what the Mustache engines have in common.
enum PageTemplates {
  static let all = ["layout": layout, "practice": practice, "facts": facts, "links": links]

  static let layout = """
    <!doctype html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{$title}}Mallisto{{/title}}</title>
    <meta name="description" content="{{summary}}">
    <meta property="og:title" content="{{title}}">
    <meta property="og:description" content="{{summary}}">
    <meta name="author" content="{{author}}">
    <link rel="stylesheet" href="/assets/site.css">
    <script src="/assets/site.js" type="module"></script>
    </head>
    <body>
    <a class="skip" href="#main">Siirry sisältöön</a>
    <header class="site-header"><a class="brand" href="/">Mallisto</a>
    <nav aria-label="Päävalikko"><ul>
    <li><a href="/mallit/">Mallit</a></li><li><a href="/alueet/">Alueet</a></li>
    <li><a href="/rahoittajat/">Rahoittajat</a></li><li><a href="/tietoa/">Tietoa</a></li>
    </ul></nav>
    <ul class="languages">
    {{#languages}}
    <li><a href="{{url}}" lang="{{name}}" hreflang="{{name}}">{{name}}</a></li>
    {{/languages}}
    </ul></header>
    <main id="main">
    {{$main}}{{/main}}
    </main>
    <footer><p>{{title}} · {{author}} · {{modified}}</p>
    <p><a href="/saavutettavuus/">Saavutettavuus</a></p></footer>
    </body>
    </html>

    """

  static let practice = """
    {{<layout}}
    {{$title}}{{title}} – Mallisto{{/title}}
    {{$main}}
    <article data-title="{{title}}" data-stage="{{stage}}">
    <h1>{{title}}</h1>
    <p class="summary">{{summary}}</p>
    {{>facts}}
    <nav class="contents"><ol>
    {{#sections}}
    <li><a href="{{url}}">{{name}}</a></li>
    {{/sections}}
    </ol></nav>
    {{{body}}}
    <ol class="steps">
    {{#steps}}
    <li><h3>{{title}}</h3><p class="threshold">{{threshold}}</p>
    <ul>
    {{#actions}}
    <li>{{.}}</li>
    {{/actions}}
    </ul></li>
    {{/steps}}
    </ol>
    {{>links}}
    <p>{{author}}, {{place}}, {{created}}–{{modified}}. {{stage}}: {{summary}}</p>
    </article>
    {{/main}}
    {{/layout}}

    """

  static let facts = """
    <dl class="facts">
    <dt>Toteutuspaikka</dt><dd>{{place}}</dd>
    <dt>Alue</dt>
    {{#regions}}
    <dd><a href="{{url}}">{{name}}</a></dd>
    {{/regions}}
    <dt>Rahoittaja</dt><dd>{{funder}}</dd>
    <dt>Vaihe</dt><dd>{{stage}}{{#isFinished}} <span class="done">✓</span>{{/isFinished}}</dd>
    <dt>Tekijä</dt><dd>{{author}}</dd>
    <dt>Luotu</dt><dd><time>{{created}}</time></dd>
    <dt>Muokattu</dt><dd><time>{{modified}}</time></dd>
    {{#hasFunding}}
    <dt>Avustus</dt><dd>{{grant}}</dd><dt>Yhteensä</dt><dd>{{total}}</dd>
    <dt>Omarahoitus</dt><dd>{{share}}</dd><dt>Päätös</dt><dd>{{decision}}</dd>
    {{/hasFunding}}
    {{^hasFunding}}
    <dt>Rahoitus</dt><dd>Ei ilmoitettu</dd>
    {{/hasFunding}}
    </dl>
    <ul class="keywords">
    {{#keywords}}
    <li>{{.}}</li>
    {{/keywords}}
    </ul>
    <ul class="audience">
    {{#audience}}
    <li>{{.}}</li>
    {{/audience}}
    </ul>

    """

  static let links = """
    <section class="sources"><h2>Lähteet</h2><ul>
    {{#sources}}
    <li><a href="{{url}}">{{name}}</a></li>
    {{/sources}}
    </ul></section>
    <section class="related"><h2>{{title}}: samankaltaisia</h2><ul>
    {{#related}}
    <li><a href="{{url}}">{{name}}</a> <span>{{stage}}</span></li>
    {{/related}}
    </ul></section>

    """
}

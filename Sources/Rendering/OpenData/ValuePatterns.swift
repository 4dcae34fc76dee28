/// The regular expressions of values that are written by a form: dates, amounts, periods, addresses.
///
/// Each accepts at least what Mallisto reads, so that a file that `check` accepts never fails the schema.
enum ValuePatterns {
  /// `18.12.2024`, `3. 5. 2024` or `2024-12-18`: a day that the calendar has.
  static let date = #"^\s*(?:"# + day + #")\s*$"#

  /// `1.1.2024–31.7.2025`, `2021–2023`, `2020–21` or `2024`.
  static let period =
    #"^\s*(?:(?:"# + day + ")" + dash + "(?:" + day + #")|"# + year + "(?:" + dash + #"(?:"# + year
    + #"|\d\d))?)\s*$"#

  /// `680 000 €`, `1 234,50 euroa`, `680000`: at most two decimals.
  static let amount = #"^\s*"# + whole + #"(?:[.,]\d{1,2})?\s*(?:€|[eE][uU][rR](?:[oO](?:[aAsS])?)?)?\s*$"#

  /// `20 %`, `29,8 prosenttia`, `20`: at most a hundred.
  static let percentage =
    #"^\s*0*(?:100(?:[.,]0+)?|\d{1,2}(?:[.,]\d+)?)\s*(?:%|[pP][rR][oO][sS][eE][nN][tT][tT][iI][aA]|"#
    + #"[pP][rR][oO][cC][eE][nN][tT]|[pP][eE][rR]\s*[cC][eE][nN][tT])?\s*$"#

  /// An address with a scheme that pages may hold, a path of the site, or another entry's file.
  static let address =
    #"^\s*(?:(?:[hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO]|[tT][eE][lL]):\S*|[^\s:\/#?]*[\/#?]\S*|[^\s:]+\.md)\s*$"#

  /// A host without its scheme is no address, nor is one with half of it or in brackets: `www.varha.fi`, `http//`.
  static let barePrefix = #"^\s*(?:[wW]{3}\.|https?\/|<)"#
  /// A dash or a bullet where a list's hyphen belongs.
  static let listMark = #"^\s*[–—−‐‑•·●▪◦‣○■*][ \t\u00A0]"#
  /// `varha.fi/mallit`, but also `esite.pdf#sivu=2`.
  static let bareHost = #"^\s*(?:[^\s\/#?.:]+\.)+[A-Za-zÀ-ÖØ-öø-ÿ]{2,}(?:[\/#?]|\s*$)"#
  /// What the latter is told from the former by.
  static let fileName =
    #"^\s*[^\/#?]*\.(?:"#
    + ["md", "pdf", "html", "htm", "png", "jpg", "svg", "docx", "pptx", "xlsx"].joined(separator: "|")
    + #")(?:[\/#?]|\s*$)"#

  /// An address on another host, where a file of the site belongs.
  static let elsewhere = #"^\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:|\/\/)"#

  /// Something to read.
  static let notBlank = #"\S"#

  private static let blank = "[ \u{A0}\u{202F}]*"
  private static let dash = #"\s*[-\u2010-\u2015\u2212]\s*"#
  private static let year = #"(?:158[3-9]|159\d|1[6-9]\d\d|[2-9]\d{3})"#
  private static let leapYear =
    #"(?:(?:1[6-9]|[2-9]\d)(?:0[48]|[2468][048]|[13579][26])|(?:1[6]|[2468][048]|[3579][26])00|1584|1588|1592|1596)"#
  private static let whole = "(?:\\d{1,15}|\\d{1,3}(?:[ \u{A0}\u{202F}\u{2009}]\\d{3})+)"

  /// By the length of the month; the 29th of February in leap years only.
  private static let day: String = {
    let short = #"(?:0?[1-9]|1\d|2[0-8])"#
    let anyMonth = #"(?:0?[1-9]|1[0-2])"#
    let notFebruary = #"(?:0?[13-9]|1[0-2])"#
    let long = #"(?:0?[13578]|1[02])"#
    func forms(_ day: String, _ month: String, _ year: String) -> String {
      "\(day)\\.\(blank)\(month)\\.\(blank)\(year)|\(year)-\(month)-\(day)"
    }
    return [
      forms(short, anyMonth, year), forms("(?:29|30)", notFebruary, year), forms("31", long, year),
      forms("29", "0?2", leapYear),
    ].joined(separator: "|")
  }()
}

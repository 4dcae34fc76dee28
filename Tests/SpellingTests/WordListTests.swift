import Testing

@testable import Spelling

@Suite("A listed word")
struct WordListTests {
  private let list = WordList(
    """
    # Paikat
    Hakkari
    Lempoinen   # kylä
    HOJKS
    tukioppilas
    """)

  @Test(
    "is accepted by itself and with endings",
    arguments: [
      "Hakkari", "Hakkarin", "Hakkarissa", "Hakkariin", "Hakkarista", "Hakkarikin", "Hakkarinsa", "Lempoinen",
      "Lempoisen", "Lempoisten", "Lempoisissa", "HOJKS", "HOJKS:n", "HOJKSin", "HOJKS:ssä", "tukioppilas",
      "Tukioppilas",
    ])
  func accepted(_ word: String) {
    #expect(list.accepts(word))
  }

  @Test(
    "is not accepted with other letters, and a name not with a small one",
    arguments: ["Hakkarxi", "Hakkaritalo", "hakkari", "Lempo", "HOJK", "Hakkariinnin", "kylä", "#"])
  func others(_ word: String) {
    #expect(!list.accepts(word))
  }

  @Test("is looked for in vain in an empty list")
  func empty() {
    #expect(!WordList("").accepts("koulu"))
  }
}

/// The word forms of some documents, numbered in the order they are met, with what is counted of each.
///
/// Forms that are met first are mostly common ones, so what is kept by these numbers and looked at for every word lies
/// close together.
struct FormTally: Sendable {
  private(set) var forms = StringTable()
  private var tallied: [Tallied] = []

  /// What is counted of a form, together, for it is looked at with every word.
  private struct Tallied {
    var count: UInt32 = 0
    var usage: UInt8 = 0
  }

  /// How often each form stands.
  var counts: [UInt32] { tallied.map(\.count) }
  /// Whether a Finnish text has the form (1) and whether another has (2), by form.
  var usage: [UInt8] { tallied.map(\.usage) }

  /// The number of a form that stands in one more place.
  @inline(__always)
  mutating func note(_ form: UnsafeBufferPointer<UInt8>, isFinnish: Bool) -> Int {
    let number = forms.insert(form)
    if number == tallied.count { tallied.append(Tallied()) }
    tallied[number].count += 1
    tallied[number].usage |= isFinnish ? 1 : 2
    return number
  }

  /// Lets the forms go, and keeps what was counted of them.
  mutating func forgetForms() {
    forms = StringTable()
  }
}

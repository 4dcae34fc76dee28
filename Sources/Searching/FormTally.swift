/// The word forms of some documents, numbered in the order they are met, with what is counted of each.
///
/// Forms that are met first are mostly common ones, so what is kept by these numbers and looked at for every word lies
/// close together.
struct FormTally: Sendable {
  private(set) var forms = StringTable()
  /// How often each form stands.
  private(set) var counts: [UInt32] = []
  /// Whether a Finnish text has the form (1) and whether another has (2).
  private(set) var usage: [UInt8] = []

  /// The number of a form that stands in one more place.
  @inline(__always)
  mutating func note(_ form: UnsafeBufferPointer<UInt8>, isFinnish: Bool) -> Int {
    let number = forms.insert(form)
    if number == counts.count {
      counts.append(0)
      usage.append(0)
    }
    counts[number] += 1
    usage[number] |= isFinnish ? 1 : 2
    return number
  }

  /// Lets the forms go, and keeps what was counted of them.
  mutating func forgetForms() {
    forms = StringTable()
  }
}

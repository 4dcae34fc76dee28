/// Where a command's time went, step by step.
struct Timings {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var steps: [(name: String, duration: Duration)] = []

  init() {
    last = clock.now
  }

  /// Ends a step that began at the last mark.
  mutating func mark(_ name: String) {
    let now = clock.now
    steps.append((name, now - last))
    last = now
  }

  /// One line a step, in milliseconds.
  var table: String {
    steps.map { name, duration in
      let (seconds, attoseconds) = duration.components
      let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
      let number = "\(tenths / 10).\(tenths % 10)"
      let padding = String(repeating: " ", count: max(1, 22 - name.count - number.count))
      return "  \(name)\(padding)\(number) ms\n"
    }.joined()
  }
}

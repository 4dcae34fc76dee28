import Dispatch
import Glibc
import Synchronization

/// Shows on a terminal how far a command is, once it has taken longer than a second.
///
/// ```swift
/// let progress = Progress.onTerminal()
/// progress.step("Sivut", done: 1_200, of: 10_000)  // from any thread, as often as one likes
/// progress.finish()
/// ```
///
/// It keeps to one line, which it erases in the end: whatever the command prints stands where it would have
/// stood. Where standard error is no terminal, nothing is written.
final class Progress: Sendable {
  private struct State {
    var name = ""
    var done = 0
    var total = 0
    /// What stands on the terminal's line.
    var shown = ""
    var isOver = false
  }

  private let state = Mutex(State())
  private let width: Int
  private let write: @Sendable (String) -> Void
  /// Dispatch sources may be used from any thread, though the type does not say so.
  nonisolated(unsafe) private let timer: (any DispatchSourceTimer)?

  /// - Parameters:
  ///   - width: columns of the terminal; a longer line is cut.
  ///   - delay: seconds before the line is shown for the first time; nil shows it only when `tick` is called.
  ///   - write: puts text on the terminal.
  init(width: Int, delay: Double?, write: @escaping @Sendable (String) -> Void) {
    self.width = width
    self.write = write
    guard let delay else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "mallisto.progress"))
    self.timer = timer
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
    timer.schedule(deadline: .now() + delay, repeating: 0.1)
    timer.activate()
  }

  deinit { timer?.cancel() }

  /// A line on standard error, from one second on; silent where that is no terminal that can erase a line.
  static func onTerminal() -> Progress {
    let isTerminal = isatty(2) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    var size = winsize()
    let isKnown = ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Progress(width: isKnown ? Int(size.ws_col) : 80, delay: isTerminal ? 1 : nil) { Terminal.error($0) }
  }

  /// Says what is being done, and how much of it is done.
  ///
  /// - Parameter total: 0 where it is not known.
  func step(_ name: String, done: Int = 0, of total: Int = 0) {
    state.withLock { state in
      state.name = name
      state.done = done
      state.total = total
    }
  }

  /// Takes the line away for good; what is printed after it starts in the first column.
  func finish() {
    timer?.cancel()
    state.withLock { state in
      if !state.shown.isEmpty { write("\r\u{1B}[K") }
      state.shown = ""
      state.isOver = true
    }
  }

  /// Shows how things stand, if that is news.
  func tick() {
    state.withLock { state in
      let line = Progress.line(state.name, state.done, state.total, width: width)
      guard !state.isOver, !line.isEmpty, line != state.shown else { return }
      state.shown = line
      write("\r\(line)\u{1B}[K")
    }
  }

  /// One column is left free, so that no terminal goes on to a second line.
  private static func line(_ name: String, _ done: Int, _ total: Int, width: Int) -> String {
    let share = total > 0 ? " \(done)/\(total) (\(min(done, total) * 100 / total) %)" : name.isEmpty ? "" : " …"
    return String((name + share).prefix(max(0, width - 1)))
  }
}

import Diagnosing
import Glibc

/// Where a command's time went, step by step.
///
/// ```swift
/// var timings = Timings()
/// let entries = read()
/// timings.mark("read", files: entries.count)
/// print(timings.table)
/// ```
struct Timings {
  struct Step: Equatable {
    var name: String
    /// Microseconds on the clock.
    var wall: Int
    /// Microseconds of all threads.
    var cpu: Int
    /// What the step read or wrote; nil where it does neither.
    var files: Int?
    var bytes: Int?
  }

  private(set) var steps: [Step] = []
  private var last: Moment

  init() {
    last = Moment.now
  }

  /// Ends a step that began at the last mark.
  mutating func mark(_ name: String, files: Int? = nil, bytes: Int? = nil) {
    let now = Moment.now
    steps.append(Step(name: name, wall: now.wall - last.wall, cpu: now.cpu - last.cpu, files: files, bytes: bytes))
    last = now
  }

  /// All steps as one.
  var total: Step {
    Step(name: "total", wall: steps.reduce(0) { $0 + $1.wall }, cpu: steps.reduce(0) { $0 + $1.cpu })
  }

  /// One line a step: what it took in milliseconds on the clock and of processor time, and what it read or wrote.
  var table: String {
    let rows = (steps + [total]).map { step in
      [
        step.name, Timings.milliseconds(step.wall), Timings.milliseconds(step.cpu),
        step.files.map(String.init) ?? "", step.bytes.map { "\(($0 + 500) / 1000)" } ?? "",
      ]
    }
    let all = [["", "wall ms", "CPU ms", "files", "kB"]] + rows
    let widths = (0..<5).map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = zip(row, widths).enumerated().map { index, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + padding : padding + cell.0
      }
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// The same for programs. `version` is raised when a member changes its meaning or goes; others may be added.
  func json(command: String) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.member("version", 1)
      json.member("program", Program.version)
      json.member("command", command)
      json.member("steps") { json in
        json.array(steps) { json, step in
          json.object {
            $0.member("name", step.name)
            Timings.write(step, to: &$0)
          }
        }
      }
      json.member("total") { json in json.object { Timings.write(total, to: &$0) } }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ step: Step, to json: inout JSONWriter) {
    json.member("wallMicroseconds", step.wall)
    json.member("cpuMicroseconds", step.cpu)
    if let files = step.files { json.member("files", files) }
    if let bytes = step.bytes { json.member("bytes", bytes) }
  }

  /// With one digit: `12.3`.
  private static func milliseconds(_ microseconds: Int) -> String {
    let tenths = (microseconds + 50) / 100
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Two clocks at once, in microseconds.
private struct Moment {
  let wall: Int
  let cpu: Int

  static var now: Moment { Moment(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID)) }

  private static func read(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}

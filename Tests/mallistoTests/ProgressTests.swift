import Synchronization
import Testing

@testable import mallisto

/// What a terminal was given.
private final class Paper: Sendable {
  private let text = Mutex("")

  func write(_ more: String) { text.withLock { $0 += more } }

  var written: String { text.withLock { $0 } }
}

@Suite("The progress line")
struct ProgressTests {
  private let paper = Paper()

  private func progress(width: Int = 80, delay: Double? = nil) -> Progress {
    Progress(width: width, delay: delay) { [paper] in paper.write($0) }
  }

  @Test("says what is done, over the line that stood there")
  func counts() {
    let progress = progress()
    progress.step("Sivut", done: 25, of: 100)
    progress.tick()
    progress.step("Sivut", done: 50, of: 100)
    progress.tick()
    #expect(paper.written == "\rSivut 25/100 (25 %)\u{1B}[K\rSivut 50/100 (50 %)\u{1B}[K")
  }

  @Test("shows a step whose length is not known")
  func unknownLength() {
    let progress = progress()
    progress.step("Haku")
    progress.tick()
    #expect(paper.written == "\rHaku …\u{1B}[K")
  }

  @Test("writes the same line once")
  func unchanged() {
    let progress = progress()
    progress.step("Haku")
    for _ in 0..<5 { progress.tick() }
    #expect(paper.written == "\rHaku …\u{1B}[K")
  }

  @Test("erases its line in the end, and stays silent")
  func finish() {
    let progress = progress()
    progress.step("Haku")
    progress.tick()
    progress.finish()
    progress.step("Sivut")
    progress.tick()
    #expect(paper.written == "\rHaku …\u{1B}[K\r\u{1B}[K")
  }

  @Test("erases nothing when it has shown nothing")
  func nothingShown() {
    let progress = progress()
    progress.step("Haku")
    progress.finish()
    #expect(paper.written.isEmpty)
  }

  @Test("keeps to one line of the terminal")
  func narrow() {
    let progress = progress(width: 10)
    progress.step("Hakemisto", done: 1, of: 10)
    progress.tick()
    #expect(paper.written == "\rHakemisto\u{1B}[K")
  }

  @Test("is shown by itself, but not at once")
  func delay() async throws {
    let progress = progress(delay: 0.2)
    progress.step("Haku")
    #expect(paper.written.isEmpty)
    while paper.written.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    progress.finish()
    #expect(paper.written == "\rHaku …\u{1B}[K\r\u{1B}[K")
  }
}

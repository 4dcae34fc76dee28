import Foundation
import Testing

@testable import mallisto

@Suite("Where the time went")
struct TimingsTests {
  private func timings() -> Timings {
    var timings = Timings()
    timings.mark("reading", files: 3, bytes: 27_400)
    usleep(20_000)
    timings.mark("waiting")
    return timings
  }

  @Test("is a line a step and one for all")
  func table() {
    let lines = timings().table.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(lines.map(\.first) == ["wall", "reading", "waiting", "total"])
    #expect(lines[1].suffix(2) == ["3", "27"])
    #expect(lines[2].count == 3)
  }

  @Test("counts the clock while the processor rests")
  func clocks() {
    #expect(timings().steps[1].wall >= 20_000)
  }

  @Test("is JSON with the same figures")
  func json() throws {
    let timings = timings()
    let data = Data(timings.json(command: "build"))
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let steps = try #require(json["steps"] as? [[String: Any]])
    #expect(json["version"] as? Int == 1)
    #expect(json["command"] as? String == "build")
    #expect(steps.map { $0["name"] as? String } == ["reading", "waiting"])
    #expect(steps.map { $0["wallMicroseconds"] as? Int } == timings.steps.map(\.wall))
    #expect(steps.map { $0["files"] as? Int } == [3, nil])
    let total = try #require(json["total"] as? [String: Any])
    #expect(total["cpuMicroseconds"] as? Int == timings.steps.reduce(0) { $0 + $1.cpu })
  }
}

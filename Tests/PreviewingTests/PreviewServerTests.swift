import Testing

@testable import Previewing

@Suite("The preview's port")
struct PreviewServerTests {
  @Test("is another for each of the previews that are started at the same moment", .timeLimit(.minutes(5)))
  func crowd() async throws {
    let ports = try await withThrowingTaskGroup(of: (UInt16, Task<Void, Never>).self) { group in
      for _ in 1...8 {
        group.addTask {
          let (server, service) = try await PreviewServer.listening(port: 48_500, base: "/", language: .en)
          return (server.port, service)
        }
      }
      // All go on listening until every one has its port.
      var started: [(port: UInt16, service: Task<Void, Never>)] = []
      for try await one in group { started.append(one) }
      for one in started { one.service.cancel() }
      return started.map(\.port)
    }
    #expect(Set(ports).count == 8)
    #expect(ports.allSatisfy { (48_500..<48_550).contains($0) })
  }
}

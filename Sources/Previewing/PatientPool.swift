import FlyingSocks
import Glibc

/// Waits for what a connection sends or takes, but not for ever: who is silent for long is let go.
///
/// A browser that comes back connects anew. Waiting for new connections has no end.
struct PatientPool: AsyncSocketPool {
  let pool: any AsyncSocketPool
  let patience: Duration

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    guard !isListening(socket) else { return try await pool.suspendSocket(socket, untilReadyFor: events) }
    try await withThrowingTaskGroup { group in
      group.addTask { try await pool.suspendSocket(socket, untilReadyFor: events) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw SocketError.disconnected
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func isListening(_ socket: Socket) -> Bool {
    var answer: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &answer, &size) == 0 && answer != 0
  }
}

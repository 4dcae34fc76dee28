import CMemory
import Glibc

/// What a server takes from the system, and gives back.
enum ServerResources {
  /// Allows as many open connections as the system lets this user have; many shells allow 1,024, which one
  /// impatient program on the machine can use up.
  static func allowManyConnections() {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(files, &limit)
  }

  /// Gives unused memory back every few seconds, until the task is cancelled.
  static func releaseMemoryNowAndThen() async {
    while (try? await Task.sleep(for: .seconds(5))) != nil { release_unused_memory() }
  }
}

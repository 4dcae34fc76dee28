import Diagnosing
import Glibc

/// Keeps two builds from publishing in one folder at the same time: the second waits for the first.
///
/// The lock is on the folder that holds the output, so nothing is left behind, and the kernel releases
/// it even when a build is killed.
struct OutputLock {
  private let descriptor: Int32

  init(beside output: FileTree) throws(EnvironmentFailure) {
    let parent = FileTree(root: FileTree.parent(of: output.root).flatMap { $0.isEmpty ? nil : $0 } ?? "/")
    if !parent.exists { try FileTree(root: "").makeFolder(String(parent.root.dropFirst())) }
    descriptor = open(parent.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw parent.failure("") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let fault = parent.failure("")
        close(descriptor)
        throw fault
      }
    }
  }

  func release() {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

import Diagnosing
import Dispatch
import Glibc

/// Tells when anything below some folders changes, through inotify.
///
/// Editors save in many ways: in place, by renaming, through temporary files. So it is not told what
/// changed, only that something did, once a burst of changes is over.
public final class FolderWatcher {
  private let descriptor: Int32
  private let source: any DispatchSourceRead

  /// - Parameters:
  ///   - root: the folder that holds the others; it is watched alone, so that one of them may go and come back.
  ///   - folders: names of those to watch, with all below them; folders that appear later are watched too.
  ///   - onChange: called on a queue of the watcher's own, never twice at the same time.
  public init(_ root: String, folders: [String], onChange: @escaping @Sendable () -> Void) throws(EnvironmentFailure) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw EnvironmentFailure(
        Localized(
          fi: "Muutoksia ei voi seurata: \(reason)", sv: "Ändringar kan inte följas: \(reason)",
          en: "Cannot watch for changes: \(reason)"))
    }
    let watchAll: @Sendable () -> Void = {
      inotify_add_watch(descriptor, root, UInt32(IN_CREATE | IN_MOVED_TO))
      for folder in folders { FolderWatcher.watch("\(root)/\(folder)", descriptor) }
    }
    watchAll()
    let queue = DispatchQueue(label: "mallisto.watch")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    self.descriptor = descriptor
    source.setEventHandler { @Sendable in
      FolderWatcher.settle(descriptor)
      watchAll()
      onChange()
    }
    source.setCancelHandler { @Sendable in _ = close(descriptor) }
    source.activate()
  }

  deinit { source.cancel() }

  private static let events =
    IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF
    | IN_ATTRIB

  /// Watches a folder and all below it; watching one again changes nothing.
  private static func watch(_ folder: String, _ descriptor: Int32) {
    guard inotify_add_watch(descriptor, folder, UInt32(events)) >= 0, let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let item = readdir(stream) {
      guard item.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { watch("\(folder)/\(name)", descriptor) }
    }
  }

  /// Lets the burst of a save end, so that a half-written file is not read; but not for longer than a reader
  /// would wait, as when a program writes without a pause.
  private static func settle(_ descriptor: Int32) {
    for _ in 0..<20 {
      drain(descriptor)
      if !isReadable(descriptor, milliseconds: 15) { return }
    }
    drain(descriptor)
  }

  private static func drain(_ descriptor: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  private static func isReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&poll, 1, milliseconds) > 0
  }
}

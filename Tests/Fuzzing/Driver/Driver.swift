import FuzzTargets
import Glibc
import Reading
import Support

// libFuzzer's side: it calls these by their names. Which target is fuzzed stands in FUZZ_TARGET.
//
// The interface is that of LLVM's documentation "libFuzzer – a library for coverage-guided fuzz testing".

private func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

private let target: FuzzTarget = {
  guard let name = value("FUZZ_TARGET"), let target = FuzzTarget(rawValue: name) else {
    fatalError("FUZZ_TARGET must be one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

private let site: FuzzSite = {
  do {
    return try FuzzSite(Folder(value("FUZZ_SITE") ?? "."))
  } catch {
    fatalError("run this where content/ and themes/ are: \(error)")
  }
}()

/// Reads the site before the clock of the first input starts.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutableRawPointer) -> CInt {
  _ = (target, site)
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  if let complaint = target.complaint(Array(UnsafeBufferPointer(start: data, count: size)), site) {
    fatalError(complaint)
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager calls a program's start by the program's name.
@_cdecl("fuzz_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments) { testOneInput($0, $1) }
}

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int) -> Int

/// Every eighth time a piece that the grammar makes is put in; otherwise libFuzzer changes bytes as it likes.
@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: CUnsignedInt) -> Int
{
  guard seed % 8 == 0 else { return mutate(data, size, maximum) }
  var random = SeededGenerator(seed: UInt64(seed))
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  let changed = Grammar(target.rawValue).grafted(onto: bytes, &random).prefix(maximum)
  for (index, byte) in changed.enumerated() { data[index] = byte }
  return changed.count
}

/// Lets a value live until the process ends: to take a large site apart costs a tenth of making it, and the system takes
/// all memory back at once.
func keepToTheEnd<Value>(_ value: Value) {
  _ = Unmanaged.passRetained(Kept(value))
}

private final class Kept<Value> {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }
}

/// Values one upon another, in memory of its own: putting one on top is a comparison and a copy, with no one else to ask
/// whether the memory is shared.
///
/// ```swift
/// var steps = Stack<Int>()
/// steps.append(3)
/// steps.cut(to: 0)
/// ```
struct Stack<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity = 64

  init() { base = .allocate(capacity: capacity) }

  deinit { base.deallocate() }

  var last: Element { self[count - 1] }

  @inline(__always)
  subscript(place: Int) -> Element {
    get {
      precondition(place >= 0 && place < count)
      return base[place]
    }
    set {
      precondition(place >= 0 && place < count)
      base[place] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    base[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    for element in elements { append(element) }
  }

  /// All from the lowest up, good until the stack is changed.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Puts what `transform` makes of it in the place of each.
  mutating func mapInPlace(_ transform: (Element) -> Element) {
    for place in 0..<count { base[place] = transform(base[place]) }
  }

  mutating func reverse() {
    var elements = UnsafeMutableBufferPointer(start: base, count: count)
    elements.reverse()
  }

  /// Takes off what is above the first `length`.
  mutating func cut(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity *= 2
  }
}

extension Reader {
  /// The reader of a field of a record that must be opened first, as `map.title` asks.
  ///
  /// Where the record is missing, texts are empty, flags false and lists without items.
  func inside(_ open: @escaping RecordReader, isOptional isOuterOptional: Bool) -> Reader {
    switch self {
    case .text(let read):
      return .text { place in
        var value = ""
        open(place) { value = read($0) }
        return value
      }
    case .number(let read, let isOptional):
      return .number(Reader.optional(read, inside: open), isOptional: isOptional || isOuterOptional)
    case .html(let read):
      return .html(Reader.optional(read, inside: open))
    case .url(let read, let isOptional, let isLocal):
      return .url(
        Reader.optional(read, inside: open), isOptional: isOptional || isOuterOptional, isLocal: isLocal)
    case .json(let read):
      return .json(Reader.optional(read, inside: open))
    case .flag(let read):
      return .flag { place in
        var value = false
        open(place) { value = read($0) }
        return value
      }
    case .record(let shape, let read, let isOptional):
      return .record(
        shape, { place, body in open(place) { read($0, body) } }, isOptional: isOptional || isOuterOptional)
    case .records(let shape, let read):
      return .records(shape, { place, body in open(place) { read($0, body) } })
    case .texts(let read):
      return .texts { place, body in open(place) { read($0, body) } }
    }
  }

  private static func optional<Value>(
    _ read: @escaping @Sendable (Place) -> Value?, inside open: @escaping RecordReader
  ) -> @Sendable (Place) -> Value? {
    return { place in
      var value: Value?
      open(place) { value = read($0) }
      return value
    }
  }

  var isFlag: Bool {
    if case .flag = self { true } else { false }
  }

  /// What `{{.}}` reads in a list of texts.
  static let item = Reader.text { $0.assumingMemoryBound(to: String.self).pointee }

  /// The names that every list offers: how many items there are, and whether there are any.
  static func listField(_ name: String, of read: @escaping ListReader) -> Reader? {
    switch name {
    case "count":
      return .number(
        { place in
          var count = 0
          read(place) { count = $0.count }
          return count
        }, isOptional: false)
    case "any":
      return .flag { place in
        var any = false
        read(place) { any = $0.count > 0 }
        return any
      }
    default:
      return nil
    }
  }

  /// Whether a section on this value is rendered; nil for a value that is always there.
  var test: (@Sendable (Place) -> Bool)? {
    switch self {
    case .text(let read):
      return { !read($0).isEmpty }
    case .html(let read):
      return { read($0).map { !$0.isEmpty } ?? false }
    case .json(let read):
      return { read($0) != nil }
    case .flag(let read):
      return read
    case .number(let read, isOptional: true):
      return { read($0) != nil }
    case .url(let read, isOptional: true, _):
      return { read($0) != nil }
    case .record(_, let read, isOptional: true):
      return { place in
        var present = false
        read(place) { _ in present = true }
        return present
      }
    case .records(_, let read), .texts(let read):
      return { place in
        var any = false
        read(place) { any = $0.count > 0 }
        return any
      }
    case .number, .url, .record:
      return nil
    }
  }
}

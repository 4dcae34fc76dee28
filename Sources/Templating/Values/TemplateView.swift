/// Where a view, or one item of a list, lies in memory while a page is being rendered.
///
/// A place is valid only inside the call that hands it out. Every reader is made together with the type it
/// reads (`Field`), and the compiler only ever pairs a reader with places of that type's record, so the
/// bytes at a place are what its reader takes them for.
@usableFromInline
typealias Place = UnsafeRawPointer

/// The items of a list, side by side in memory.
@usableFromInline
struct Items {
  @usableFromInline let base: Place
  @usableFromInline let stride: Int
  @usableFromInline let count: Int

  @inlinable
  init(base: Place, stride: Int, count: Int) {
    self.base = base
    self.stride = stride
    self.count = count
  }
}

@usableFromInline
typealias RecordReader = @Sendable (Place, (Place) -> Void) -> Void
@usableFromInline
typealias ListReader = @Sendable (Place, (Items) -> Void) -> Void

/// How a field's value is read, with its shape.
@usableFromInline
enum Reader: Sendable {
  case text(@Sendable (Place) -> String)
  case number(@Sendable (Place) -> Int?, isOptional: Bool)
  case html(@Sendable (Place) -> SafeHTML?)
  case url(@Sendable (Place) -> SafeURL?, isOptional: Bool, isLocal: Bool)
  case json(@Sendable (Place) -> JSONValue?)
  case flag(@Sendable (Place) -> Bool)
  case record(RecordShape, RecordReader, isOptional: Bool)
  case records(RecordShape, ListReader)
  case texts(ListReader)
}

/// The names that a view of one type offers, looked up only when a template is compiled.
///
/// Fields are listed on demand, so a view may hold a list of its own type.
@usableFromInline
struct RecordShape: Sendable, Hashable {
  /// Which type of view: two shapes of the same type offer the same names.
  let id: ObjectIdentifier
  private let makeFields: @Sendable () -> [NamedReader]

  @usableFromInline
  init<View: TemplateView>(_ view: View.Type) {
    id = ObjectIdentifier(view)
    makeFields = { View.fields.map { NamedReader(name: $0.name, reader: $0.reader) } }
  }

  var fields: [NamedReader] { makeFields() }

  @usableFromInline
  static func == (a: RecordShape, b: RecordShape) -> Bool { a.id == b.id }

  @usableFromInline
  func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

struct NamedReader: Sendable {
  let name: String
  let reader: Reader
}

/// What a template may name, and what it is like.
///
/// A view declares its names once, each with its shape and how its value is read; from that come the
/// checks when a template is compiled and the reading when it is rendered.
///
/// ```swift
/// struct PracticeView: TemplateView {
///   var title: String
///   var author: String?
///   var body: SafeHTML
///   var regions: [RegionView]
///
///   static let fields: [Field<Self>] = [
///     .text("title") { $0.title },
///     .text("author") { $0.author },
///     .html("body") { $0.body },
///     .list("regions") { $0.regions },
///   ]
/// }
/// ```
///
/// With it, `<h1>{{title}}</h1>{{#regions}}<a href="{{url}}">{{name}}</a>{{/regions}}` compiles, and
/// `{{titel}}` is an error with its line before any page is made.
public protocol TemplateView: Sendable {
  static var fields: [Field<Self>] { get }
}

/// One name that a template may use of a view.
///
/// | shape | as a variable | as a section |
/// |---|---|---|
/// | `text`, `html` | written, escaped as its place asks; nothing when missing | when not empty |
/// | `number` | digits | – |
/// | `url`, `local` | in a URL attribute, or as text | – |
/// | `optionalNumber`, `optionalURL`, `optionalLocal` | a URL only inside its own section | when there is one |
/// | `json` | in a JSON script | when there is one |
/// | `flag` | – | when true |
/// | `record` | its names with a dot: `map.title` | once, its names in scope |
/// | `optionalRecord` | the same; nothing when missing | when there is one |
/// | `list`, `texts` | `NAME.count` is how many, `NAME.any` a flag | once an item; of texts, `{{.}}` is the item |
public struct Field<View: TemplateView>: Sendable {
  public let name: String
  @usableFromInline let reader: Reader

  @usableFromInline
  init(_ name: String, _ reader: Reader) {
    self.name = name
    self.reader = reader
  }

  @inlinable
  public static func text(_ name: String, _ read: @escaping @Sendable (View) -> String?) -> Field {
    Field(name, .text { read($0.assumingMemoryBound(to: View.self).pointee) ?? "" })
  }

  @inlinable
  public static func number(_ name: String, _ read: @escaping @Sendable (View) -> Int) -> Field {
    Field(name, .number({ read($0.assumingMemoryBound(to: View.self).pointee) }, isOptional: false))
  }

  @inlinable
  public static func optionalNumber(_ name: String, _ read: @escaping @Sendable (View) -> Int?) -> Field {
    Field(name, .number({ read($0.assumingMemoryBound(to: View.self).pointee) }, isOptional: true))
  }

  @inlinable
  public static func html(_ name: String, _ read: @escaping @Sendable (View) -> SafeHTML?) -> Field {
    Field(name, .html { read($0.assumingMemoryBound(to: View.self).pointee) })
  }

  @inlinable
  public static func url(_ name: String, _ read: @escaping @Sendable (View) -> SafeURL) -> Field {
    Field(
      name, .url({ read($0.assumingMemoryBound(to: View.self).pointee) }, isOptional: false, isLocal: false))
  }

  @inlinable
  public static func optionalURL(_ name: String, _ read: @escaping @Sendable (View) -> SafeURL?) -> Field {
    Field(name, .url({ read($0.assumingMemoryBound(to: View.self).pointee) }, isOptional: true, isLocal: false))
  }

  @inlinable
  public static func local(_ name: String, _ read: @escaping @Sendable (View) -> LocalURL) -> Field {
    Field(
      name,
      .url(
        { SafeURL(read($0.assumingMemoryBound(to: View.self).pointee)) }, isOptional: false, isLocal: true))
  }

  @inlinable
  public static func optionalLocal(_ name: String, _ read: @escaping @Sendable (View) -> LocalURL?) -> Field {
    Field(
      name,
      .url(
        { read($0.assumingMemoryBound(to: View.self).pointee).map { SafeURL($0) } }, isOptional: true,
        isLocal: true))
  }

  @inlinable
  public static func json(_ name: String, _ read: @escaping @Sendable (View) -> JSONValue?) -> Field {
    Field(name, .json { read($0.assumingMemoryBound(to: View.self).pointee) })
  }

  @inlinable
  public static func flag(_ name: String, _ read: @escaping @Sendable (View) -> Bool) -> Field {
    Field(name, .flag { read($0.assumingMemoryBound(to: View.self).pointee) })
  }

  @inlinable
  public static func record<Part: TemplateView>(
    _ name: String, _ read: @escaping @Sendable (View) -> Part
  ) -> Field {
    Field(
      name,
      .record(
        RecordShape(Part.self),
        { place, body in
          withUnsafePointer(to: read(place.assumingMemoryBound(to: View.self).pointee)) { body(Place($0)) }
        },
        isOptional: false))
  }

  /// A record that is a stored property: it is read where it lies, and its parts are not copied.
  public static func record<Part: TemplateView>(_ name: String, stored path: KeyPath<View, Part>) -> Field {
    guard let offset = MemoryLayout<View>.offset(of: path) else { preconditionFailure("\(name) is not stored") }
    return Field(name, .record(RecordShape(Part.self), { place, body in body(place + offset) }, isOptional: false))
  }

  @inlinable
  public static func optionalRecord<Part: TemplateView>(
    _ name: String, _ read: @escaping @Sendable (View) -> Part?
  ) -> Field {
    Field(
      name,
      .record(
        RecordShape(Part.self),
        { place, body in
          guard let part = read(place.assumingMemoryBound(to: View.self).pointee) else { return }
          withUnsafePointer(to: part) { body(Place($0)) }
        },
        isOptional: true))
  }

  @inlinable
  public static func list<Item: TemplateView>(
    _ name: String, _ read: @escaping @Sendable (View) -> [Item]
  ) -> Field {
    Field(
      name,
      .records(
        RecordShape(Item.self),
        { place, body in Field.visit(read(place.assumingMemoryBound(to: View.self).pointee), body) }))
  }

  @inlinable
  public static func texts(_ name: String, _ read: @escaping @Sendable (View) -> [String]) -> Field {
    Field(
      name,
      .texts { place, body in Field.visit(read(place.assumingMemoryBound(to: View.self).pointee), body) })
  }

  @inlinable
  static func visit<Item>(_ items: [Item], _ body: (Items) -> Void) {
    items.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return }
      body(Items(base: Place(base), stride: MemoryLayout<Item>.stride, count: buffer.count))
    }
  }
}

/// A name for a new file that no other entry has.
enum FileName {
  /// The slug itself, or with `-2`, `-3` … after it where the name is taken in any folder.
  static func free(_ slug: String, besides files: Set<String>) -> String {
    let taken = Set(
      files.filter { $0.hasPrefix("content/practices/") && $0.hasSuffix(".md") }
        .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } })
    var name = slug
    var number = 2
    while taken.contains(name) {
      name = "\(slug)-\(number)"
      number += 1
    }
    return name
  }
}

/// Why libyaml, or Mallisto's narrower idea of YAML, could not go on.
enum YAMLFault: Error {
  /// libyaml's own words, with the place of the problem and of what was being read.
  case syntax(problem: String, context: String, at: Int, contextAt: Int)
  /// An anchor, an alias or a tag.
  case reference(Range<Int>)
  case secondDocument(Range<Int>)
  case keyNotText(Range<Int>)
  case tooDeep(Range<Int>)
  case tooMany(Range<Int>)
  // What libyaml would accept in silence, at the byte at fault:
  case unterminatedQuote(Int)
  case strangeBlank(Int)
  case tightItem(Int)
  case swallowedItem(Int)
  case markedItem(Int)
  case hash(Int)
}

import Diagnosing
import Reading

/// Reads the content of a fenced block by the form that the template gives it.
enum BlockReader {
  /// - Parameter unclosed: fences that are never closed; one that swallows the text after it is added.
  static func read(
    _ index: Int, in entry: Entry, schema: Schema, _ reader: inout ValueReader, _ unclosed: inout [Range<Int>]
  ) -> MatchedBlock {
    let block = entry.body.blocks[index]
    let position = schema.template.block(named: block.info)
    let fence = block.fence(in: entry.file)
    let isNote = position.map { schema.template.blocks[$0].form == .markdown } ?? false
    if block.swallowsText(in: entry.file, among: isNote ? schema.template : nil) { unclosed.append(fence) }
    if unclosed.contains(fence) {
      return MatchedBlock(definition: position, block: index, content: .unreadable)
    }
    guard let position else {
      reader.note(Problem(.unknownBlock, nil, at: block.infoRange, text: block.info))
      return MatchedBlock(definition: nil, block: index, content: .unreadable)
    }
    let definition = schema.template.blocks[position]
    guard block.isTopLevel else {
      reader.note(Problem(.nestedBlock, definition.asField, at: block.opening, text: block.info))
      return MatchedBlock(definition: position, block: index, content: .unreadable)
    }
    return MatchedBlock(
      definition: position, block: index, content: content(block, definition, entry.file, &reader))
  }

  /// A block's opening that is indented as far as code is: what is meant as a block would be shown as it stands.
  static func note(indented fence: FencedBlock, schema: Schema, _ reader: inout ValueReader) {
    guard let position = schema.template.block(named: fence.info) else { return }
    reader.note(
      Problem(.nestedBlock, schema.template.blocks[position].asField, at: fence.opening, text: fence.info))
  }

  private static func content(
    _ block: FencedBlock, _ definition: BlockDefinition, _ file: SourceFile, _ reader: inout ValueReader
  ) -> BlockContent {
    if file.bytes[block.content].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {
      reader.note(Problem(.emptyBlock, definition.asField, at: block.opening, text: block.info))
      return .unreadable
    }
    switch definition.form {
    case .markdown:
      let body = BodyParser.parse(file, in: block.content)
      let excess = LimitRules.faults(of: body, in: file)
      for fault in excess { reader.note(Problem(.fault(fault), definition.asField, at: fault.range)) }
      return excess.isEmpty ? .note(body) : .unreadable
    case .table:
      var table = TableReader(file, opening: block.opening, captions: definition.caption?.all ?? [])
      let content = table.read(block.content)
      for (fault, range) in table.faults { reader.note(Problem(.table(fault), definition.asField, at: range)) }
      return content.map(BlockContent.table) ?? .unreadable
    case .record, .records:
      let field = definition.asField
      let (node, fault) = YAMLReader.read(file, in: block.content)
      if let fault {
        reader.note(Problem(.fault(fault), field, at: fault.range))
        return .unreadable
      }
      guard let node, !node.isEmpty else {
        reader.note(Problem(.emptyBlock, field, at: block.opening, text: block.info))
        return .unreadable
      }
      let before = reader.problems.count
      switch reader.value(node, as: field) {
      case .records(let records): return .records(records)
      case .record(let record):
        if record.values.isEmpty, reader.problems.count == before {
          reader.note(Problem(.emptyBlock, field, at: block.opening, text: block.info))
        }
        return .record(record)
      default: return .unreadable
      }
    }
  }
}

extension FencedBlock {
  /// The opening fence with its info string.
  var opening: Range<Int> { range.lowerBound..<infoRange.upperBound }

  /// The opening fence's marks.
  fileprivate func fence(in file: SourceFile) -> Range<Int> {
    let mark = file.bytes[range.lowerBound]
    let end = file.bytes[range.lowerBound...].firstIndex { $0 != mark } ?? range.upperBound
    return range.lowerBound..<end
  }

  /// Whether a section's heading or another block's opening stands among the lines: then the closing fence
  /// was forgotten, and a later block's was taken for it.
  ///
  /// - Parameter template: whose sections alone count, where the block may hold headings of its own.
  fileprivate func swallowsText(in file: SourceFile, among template: NationalTemplate?) -> Bool {
    let fence = fence(in: file).count
    let mark = file.bytes[range.lowerBound]
    var line = content.lowerBound
    while line < content.upperBound {
      let rest = file.bytes[line..<content.upperBound]
      if rest.starts(with: [0x23, 0x23, 0x20]), isSection(file.text(file.lineRange(at: line)), template) {
        return true
      }
      if rest.first == mark, rest.prefix(while: { $0 == mark }).count >= fence { return true }
      line = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? content.upperBound
    }
    return false
  }

  private func isSection(_ line: String, _ template: NationalTemplate?) -> Bool {
    guard let template else { return true }
    let name = String(line.drop { $0 == "#" || $0 == " " })
    return template.section(named: name) != nil
      || !NearestName.suggestions(for: name, among: template.sections.flatMap(\.allNames), limit: 1).isEmpty
  }
}

import Diagnosing
import Reading

/// Reads the content of a fenced block by the form that the template gives it.
enum BlockReader {
  static func read(_ index: Int, in entry: Entry, schema: Schema, _ reader: inout ValueReader) -> MatchedBlock {
    let block = entry.body.blocks[index]
    guard let position = schema.template.block(named: block.info) else {
      reader.note(Problem(.unknownBlock, nil, at: block.infoRange, text: block.info))
      return MatchedBlock(definition: nil, block: index, content: .unreadable)
    }
    let definition = schema.template.blocks[position]
    guard block.isTopLevel else {
      reader.note(
        Problem(
          .nestedBlock, definition.asField, at: block.range.lowerBound..<block.infoRange.upperBound, text: block.info))
      return MatchedBlock(definition: position, block: index, content: .unreadable)
    }
    return MatchedBlock(
      definition: position, block: index, content: content(block, definition, entry.file, &reader))
  }

  private static func content(
    _ block: FencedBlock, _ definition: BlockDefinition, _ file: SourceFile, _ reader: inout ValueReader
  ) -> BlockContent {
    switch definition.form {
    case .markdown:
      return .note(BodyParser.parse(file, in: block.content))
    case .table:
      var faults: [(TableFault, Range<Int>)] = []
      let table = TableReader.read(
        file, block.content, block: block.range, captions: definition.caption?.all ?? []
      ) { faults.append(($0, $1)) }
      for (fault, range) in faults { reader.note(Problem(.table(fault), definition.asField, at: range)) }
      return table.map(BlockContent.table) ?? .unreadable
    case .record, .records:
      let field = definition.asField
      let (node, fault) = YAMLReader.read(file, in: block.content)
      if let fault {
        reader.note(Problem(.fault(fault), field, at: fault.range))
        return .unreadable
      }
      guard let node, !node.isEmpty else {
        reader.note(Problem(.empty, field, at: block.range.lowerBound..<block.infoRange.upperBound, text: block.info))
        return .unreadable
      }
      switch reader.value(node, as: field) {
      case .records(let records): return .records(records)
      case .record(let record): return .record(record)
      default: return .unreadable
      }
    }
  }
}

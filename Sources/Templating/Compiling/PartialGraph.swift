/// Which templates ask for which, to find those that contain themselves.
struct PartialGraph {
  private var edges: [String: Set<String>] = [:]

  init(_ trees: some Sequence<TemplateTree>) {
    for tree in trees {
      var names: Set<String> = []
      PartialGraph.collect(tree.nodes, into: &names)
      edges[tree.name] = names
    }
  }

  private static func collect(_ nodes: [Node], into names: inout Set<String>) {
    for node in nodes {
      switch node {
      case .partial(let partial): names.insert(partial.name.text)
      case .parent(let parent):
        names.insert(parent.name.text)
        for block in parent.blocks { collect(block.children, into: &names) }
      case .section(let section): collect(section.children, into: &names)
      case .block(let block): collect(block.children, into: &names)
      case .lineStart, .text, .variable: break
      }
    }
  }

  /// The templates from which a way leads back to themselves.
  var recursive: Set<String> {
    edges.keys.reduce(into: []) { found, name in
      if isReachable(name, from: name) { found.insert(name) }
    }
  }

  private func isReachable(_ goal: String, from start: String) -> Bool {
    var seen: Set<String> = []
    var waiting = Array(edges[start] ?? [])
    while let name = waiting.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { waiting.append(contentsOf: edges[name] ?? []) }
    }
    return false
  }
}

/// The calls between the partials that contain themselves, to show that rendering ends.
///
/// Views are finite values. A call on a part of the caller's own view gets smaller; a call on the same
/// view does not, and a call on a view from outside may grow again. So no cycle may hold a call of the
/// last kind, nor consist of calls of the second kind alone.
struct CallGraph {
  struct Call {
    let from: Int
    let to: Int
    let descent: Scopes.Descent
    let name: TagName
    let site: Site
  }

  private var calls: [Call] = []

  mutating func add(_ call: Call) { calls.append(call) }

  /// A call of each kind that may never end.
  var endless: [Call] {
    calls.filter { call in
      switch call.descent {
      case .within: false
      case .entry: leads(from: call.to, to: call.from) { $0.descent == .entry }
      case .foreign: leads(from: call.to, to: call.from) { _ in true }
      }
    }
  }

  private func leads(from start: Int, to goal: Int, over isUsed: (Call) -> Bool) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let function = waiting.popLast() {
      if function == goal { return true }
      for call in calls where call.from == function && isUsed(call) && seen.insert(call.to).inserted {
        waiting.append(call.to)
      }
    }
    return false
  }
}

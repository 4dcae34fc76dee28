import ArgumentParser

@main
struct Mallisto: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "mallisto")
}

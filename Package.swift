// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "Support"] + dependencies,
    swiftSettings: strict)
}

let bits = Target.Dependency.product(name: "BitCollections", package: "swift-collections")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")

let package = Package(
  name: "Mallisto",
  products: [
    .executable(name: "mallisto", targets: ["mallisto"]),
    // For Benchmarks/, a package of its own.
    .library(
      name: "Pipeline", targets: ["Reading", "Cataloguing", "Templating", "Searching", "Rendering", "Publishing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CVoikko", pkgConfig: "libvoikko", providers: [.apt(["libvoikko-dev", "voikko-fi"])]),

    library("Diagnosing"),
    library("Reading", ["Diagnosing", "CCmark", "CYAML", "CMemory"]),
    library("Cataloguing", ["Reading", "Diagnosing", bits, collections]),
    library("Importing", ["Cataloguing", "Reading", "Diagnosing"]),
    library("Spelling", ["Cataloguing", "Reading", "Diagnosing", "CVoikko"]),
    library("Searching", ["Diagnosing", "CVoikko", "CMemory"]),
    library("Templating", ["Diagnosing"]),
    library("Rendering", ["Cataloguing", "Searching", "Templating", "Reading", "Diagnosing", bits, collections]),
    .target(name: "CExchange"),
    .target(name: "CMemory"),
    library("Publishing", ["Rendering", "Reading", "Diagnosing", "CExchange"]),
    library("Previewing", ["Rendering", "Templating", "Diagnosing", "CMemory", flyingFox, flyingSocks]),
    .executableTarget(
      name: "mallisto",
      dependencies: [
        "Previewing", "Publishing", "Rendering", "Searching", "Templating", "Importing", "Spelling", "Cataloguing",
        "Reading", "Diagnosing", "CCmark", "CYAML", "CMemory", arguments,
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "search-evaluation", dependencies: ["Searching", "Diagnosing"], path: "Tests/Search/Evaluation",
      swiftSettings: strict),
    .target(name: "Support", dependencies: ["Diagnosing"], path: "Tests/Support", swiftSettings: strict),
    .target(
      name: "FuzzTargets",
      dependencies: ["Rendering", "Importing", "Templating", "Cataloguing", "Reading", "Diagnosing", "Support"],
      path: "Tests/Fuzzing/Targets", swiftSettings: strict),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets", "Support"], swiftSettings: strict),
    tests("Diagnosing"),
    tests("Reading"),
    tests("Cataloguing", ["Reading"]),
    tests("Importing", ["Cataloguing", "Reading"]),
    tests("Spelling", ["Cataloguing", "Reading"]),
    tests("Searching"),
    tests("Templating"),
    tests("Rendering", ["Cataloguing"]),
    tests("Publishing"),
    tests("Previewing"),
    tests("mallisto"),
  ]
)

// The fuzzer has no main of its own, so it is built only where it is asked for: see Tests/Fuzzing/README.md.
if Context.environment["MALLISTO_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets", "Reading", "Support"], path: "Tests/Fuzzing/Driver",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}

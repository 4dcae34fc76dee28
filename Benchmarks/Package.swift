// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product never resolves what is only measured against.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "Mallisto", path: ".."),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "TemplatingBenchmark",
      dependencies: [
        .product(name: "Pipeline", package: "Mallisto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "HotSteps", dependencies: [.product(name: "Pipeline", package: "Mallisto")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
  ]
)

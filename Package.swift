// swift-tools-version: 6.2
import PackageDescription

/// Every target: warnings are errors and a public import is never accidental.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Values and rules: no C, and every unsafe construct is marked.
let pure: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Code that owns the screen runs on the main thread.
let mainThread: [SwiftSetting] = strict + [.defaultIsolation(MainActor.self)]

let package = Package(
    name: "loopbox",
    products: [.executable(name: "loopbox", targets: ["loopbox"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries, each imported by exactly one Swift target.
        .systemLibrary(name: "CNCurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(
            name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
        .systemLibrary(name: "CSixel", pkgConfig: "libsixel", providers: [.apt(["libsixel-dev"])]),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CFileSystem"),

        // Values and rules.
        .target(name: "Annotations", swiftSettings: pure),
        .target(name: "OrderedJSON", swiftSettings: pure),
        .target(name: "Imaging", swiftSettings: pure),
        .target(name: "Screen", dependencies: ["Imaging"], swiftSettings: pure),
        .target(
            name: "HumanReview", dependencies: ["Annotations", "OrderedJSON"], swiftSettings: pure),
        .target(
            name: "Workbench", dependencies: ["Annotations", "HumanReview", "Imaging", "Screen"],
            swiftSettings: pure),
        .target(
            name: "SampleScenes", dependencies: ["Annotations", "Imaging"],
            // Painting is arithmetic on every pixel: six times slower without the optimiser, and the
            // tests paint every sample many times.
            swiftSettings: pure + [.unsafeFlags(["-O"])]),

        // Adapters, one for each thing outside.
        .target(
            name: "ImageCodecs", dependencies: ["Annotations", "Imaging", "CTurboJPEG"],
            swiftSettings: strict),
        .target(
            name: "Terminal", dependencies: ["Screen", "Imaging", "CNCurses"],
            swiftSettings: mainThread),
        .target(
            name: "DatasetFormats",
            dependencies: [
                "Annotations", "HumanReview", "OrderedJSON",
                .product(name: "Yams", package: "Yams"),
            ], swiftSettings: strict),
        .target(
            name: "ReviewStore",
            dependencies: [
                "Annotations", "CFileSystem", "HumanReview", "OrderedJSON",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: strict),
        // Arithmetic on every number of a network or pixel of a photo: fast in tests too.
        .target(name: "CWinograd", cSettings: [.unsafeFlags(["-O3"])]),
        .target(
            name: "NeuralNetwork", dependencies: ["COneDNN", "CWinograd"],
            swiftSettings: strict + [.unsafeFlags(["-O"])]),
        .target(
            name: "SingleShotDetector",
            dependencies: ["Annotations", "CArchive", "Imaging", "NeuralNetwork", "OrderedJSON"],
            swiftSettings: strict + [.unsafeFlags(["-O"])]),
        .target(
            name: "ThemeCatalog",
            dependencies: ["Imaging", "Screen", .product(name: "TOMLKit", package: "TOMLKit")],
            path: ".",
            exclude: [
                "LICENSE", "README.md", "Samples", "Tests", "Sources/Annotations",
                "Sources/CArchive", "Sources/CFileSystem", "Sources/CNCurses", "Sources/COneDNN",
                "Sources/CSixel",
                "Sources/CTurboJPEG", "Sources/CWinograd", "Sources/DatasetFormats",
                "Sources/HumanReview",
                "Sources/ImageCodecs", "Sources/Imaging", "Sources/NeuralNetwork",
                "Sources/OrderedJSON", "Sources/ReviewStore", "Sources/SampleScenes",
                "Sources/Screen", "Sources/SingleShotDetector", "Sources/Terminal",
                "Sources/Workbench", "Sources/loopbox", "Sources/loopbox-benchmark",
                "Sources/loopbox-samples",
            ],
            sources: ["Sources/ThemeCatalog"],
            resources: [.embedInCode("Themes/dark.toml"), .embedInCode("Themes/light.toml")],
            swiftSettings: strict),

        // The programs.
        .executableTarget(
            name: "loopbox",
            dependencies: [
                "Annotations", "DatasetFormats", "HumanReview", "ImageCodecs", "Imaging",
                "NeuralNetwork", "OrderedJSON", "ReviewStore", "Screen", "SingleShotDetector",
                "Terminal", "ThemeCatalog", "Workbench",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ], swiftSettings: mainThread),
        .executableTarget(
            name: "loopbox-benchmark",
            dependencies: [
                "Annotations", "CSixel", "HumanReview", "ImageCodecs", "Imaging", "NeuralNetwork",
                "ReviewStore", "SingleShotDetector",
            ],
            exclude: ["Peers"],
            swiftSettings: strict),
        .executableTarget(
            name: "loopbox-samples",
            dependencies: [
                "Annotations", "DatasetFormats", "ImageCodecs", "Imaging", "SampleScenes",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "TestSupport", dependencies: ["CSpawn"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "AnnotationsTests", dependencies: ["Annotations"], swiftSettings: strict),
        .testTarget(
            name: "OrderedJSONTests", dependencies: ["TestSupport", "OrderedJSON"],
            swiftSettings: strict),
        .testTarget(
            name: "ImagingTests", dependencies: ["TestSupport", "Imaging", "CSixel"],
            swiftSettings: strict),
        .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
        .testTarget(
            name: "HumanReviewTests",
            dependencies: ["TestSupport", "Annotations", "HumanReview", "OrderedJSON"],
            swiftSettings: strict),
        .testTarget(
            name: "WorkbenchTests", dependencies: ["TestSupport", "Workbench"],
            exclude: ["Goldens"],
            swiftSettings: strict),
        .testTarget(
            name: "ImageCodecsTests",
            dependencies: ["TestSupport", "Annotations", "ImageCodecs", "Imaging"],
            swiftSettings: strict),
        // Drawn on by TerminalTests, which look at what a real xterm shows of it.
        .executableTarget(
            name: "terminal-probe", dependencies: ["Imaging", "Screen", "Terminal"],
            path: "Tests/TerminalProbe", swiftSettings: mainThread),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["TestSupport", "Terminal", "Imaging", "Screen", "terminal-probe"],
            swiftSettings: strict),
        .testTarget(
            name: "DatasetFormatsTests",
            dependencies: [
                "TestSupport", "Annotations", "DatasetFormats", "HumanReview", "OrderedJSON",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "review-store-worker",
            dependencies: ["Annotations", "HumanReview", "ReviewStore"],
            path: "Tests/ReviewStoreWorker", swiftSettings: strict),
        .testTarget(
            name: "ReviewStoreTests",
            dependencies: [
                "TestSupport",
                "Annotations", "HumanReview", "ReviewStore", "review-store-worker",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: strict),
        .testTarget(
            name: "NeuralNetworkTests", dependencies: ["TestSupport", "COneDNN", "NeuralNetwork"],
            exclude: [
                "References/networks.py", "References/networks.txt", "References/optimizers.py",
                "References/optimizers.txt", "References/training.py", "References/training.txt",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SingleShotDetectorTests",
            dependencies: [
                "TestSupport", "Annotations", "ImageCodecs", "Imaging", "NeuralNetwork",
                "OrderedJSON", "SingleShotDetector",
            ], exclude: ["References"], swiftSettings: strict),
        .testTarget(
            name: "SampleScenesTests",
            dependencies: [
                "Annotations", "DatasetFormats", "ImageCodecs", "Imaging", "SampleScenes",
                "loopbox-samples",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ThemeCatalogTests", dependencies: ["Imaging", "Screen", "ThemeCatalog"],
            swiftSettings: strict),
        .testTarget(
            name: "LoopboxTests",
            dependencies: [
                "TestSupport",
                "Annotations", "HumanReview", "ImageCodecs", "Imaging", "NeuralNetwork",
                "OrderedJSON", "ReviewStore", "Screen", "SingleShotDetector", "Workbench",
                "loopbox", "loopbox-benchmark",
            ], exclude: ["figures.py"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

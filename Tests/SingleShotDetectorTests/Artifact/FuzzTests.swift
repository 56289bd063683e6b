import Foundation
import NeuralNetwork
import Testing

@testable import SingleShotDetector

/// Damaged files end in an error or in a model, never in a crash.
///
/// `LOOPBOX_FUZZ_SECONDS` says how long each reader is tried. The bytes at hand are in the temporary
/// directory as `loopbox-fuzz-…`, which a crash leaves behind.
@Suite("Damaged files", .serialized)
struct FuzzTests {
    private static let duration = Duration.seconds(
        ProcessInfo.processInfo.environment["LOOPBOX_FUZZ_SECONDS"].flatMap { Double($0) } ?? 1)

    @Test(
        "parameters",
        arguments: ["types.params", "scalar.params", "first.params", "legacy.params"])
    func parameters(file: String) throws {
        try Self.run(file, try ArtifactReferences.bytes(file), share: 0.25) { bytes, _ in
            _ = try? ArtifactReferences.parameters(bytes)
        }
    }

    @Test("symbols, and what is found out about their graphs", arguments: [true, false])
    func symbols(isEarly: Bool) throws {
        let graph = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz").graph
        let bytes =
            isEarly
            ? try ArtifactReferences.bytes("early-symbol.json") : SymbolWriter(graph: graph).bytes
        try Self.run("symbol", bytes, share: 0.5) { bytes, _ in
            guard let graph = try? SymbolReader(bytes).graph(),
                let network = try? DetectionNetwork(graph)
            else { return }
            _ = try? network.deployGraph.shapes(given: [network.inputName: [1, 3, 300, 300]])
            _ = try? graph.parameterShapes(given: [network.inputName: [2, 3, 64, 64]])
        }
    }

    @Test("archives, compressed and not")
    func archives() throws {
        let packed = try ArtifactReferences.bytes("tiny.tar.gz")
        var tar = TarFile()
        tar.append("model_algo_1-0000.params", try ArtifactReferences.bytes("types.params"))
        tar.append("model_algo_1-symbol.json", try ArtifactReferences.bytes("early-symbol.json"))
        tar.append("hyperparams.json", Array(#"{"num_classes": "3"}"#.utf8))
        for (name, bytes) in [("archive.tar.gz", packed), ("archive.tar", tar.ended)] {
            try Self.run(name, bytes, share: 0.5) { _, path in _ = try? ModelArtifact.read(path) }
        }
    }

    /// Gives `read` damaged bytes, and the path where they are, for its share of the time.
    private static func run(
        _ name: String, _ bytes: [UInt8], share: Double, _ read: ([UInt8], String) throws -> Void
    ) throws {
        let path = FileManager.default.temporaryDirectory.path + "/loopbox-fuzz-\(getpid())-\(name)"
        let end = ContinuousClock.now + duration * share
        var (seed, slowest) = (UInt64(0), Duration.zero)
        while ContinuousClock.now < end {
            var mutation = Mutation(seed: seed)
            let damaged = mutation.damaged(bytes)
            try Data(damaged).write(to: URL(fileURLWithPath: path))
            let took = try ContinuousClock().measure { try read(damaged, path) }
            slowest = max(slowest, took)
            seed += 1
        }
        print("\(name): \(seed) damaged files, the slowest took \(slowest)")
        try FileManager.default.removeItem(atPath: path)
    }
}

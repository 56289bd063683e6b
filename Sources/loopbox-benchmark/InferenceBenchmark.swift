internal import Glibc
internal import NeuralNetwork
internal import SingleShotDetector

/// Runs networks beside ONNX Runtime and OpenVINO, by turns in one run, on the same weights.
struct InferenceBenchmark {
    /// A network and how its time may compare with the faster of the others'.
    private struct Candidate {
        let name: String
        let side: Int
        let target: Double
    }

    private static let candidates = [
        Candidate(name: "resnet-50", side: 300, target: 1.05),
        Candidate(name: "resnet-50", side: 512, target: 0.97),
        Candidate(name: "vgg-16", side: 300, target: 0.70),
        Candidate(name: "small", side: 300, target: 1),
    ]

    private let options: InferenceBenchmarkOptions

    /// A measurement.
    init(_ options: InferenceBenchmarkOptions) { self.options = options }

    func run() throws {
        options.restartWithThreads()
        for candidate in Self.candidates
        where "\(candidate.name)-\(candidate.side)".hasPrefix(options.network) {
            try measure(candidate)
        }
    }

    private func measure(_ candidate: Candidate) throws {
        let artifact = try Self.artifact(candidate)
        let own = try OwnEngine(artifact, side: candidate.side, precision: .float32)
        var engines: [(name: String, times: (Int) throws -> [Double])] = [
            ("loopbox fp32", own.times)
        ]
        if InferenceOptions.Precision.bfloat16.isSupported {
            let half = try OwnEngine(artifact, side: candidate.side, precision: .bfloat16)
            engines.append(("loopbox bf16", half.times))
        }
        let peers = try peers(artifact, candidate)
        for peer in peers { Self.compare(own, peer) }
        engines += peers.map { peer in (peer.name, peer.times) }
        var samples = engines.map { _ in [Double]() }
        for round in 0...options.rounds {
            for (index, engine) in engines.enumerated() {
                // The first run after another engine finds cold caches, and so does not count.
                let times = try engine.times(3).dropFirst()
                if round > 0 { samples[index] += times }
            }
        }
        report(candidate, engines.map(\.name), samples.map(Samples.median))
        for layer in try own.profile().prefix(options.layers) {
            print("  \(Report.number(layer.milliseconds))  \(layer.name), \(layer.implementation)")
        }
    }

    private static func artifact(_ candidate: Candidate) throws -> ModelArtifact {
        let hyperparameters = try Hyperparameters([
            "base_network": candidate.name, "num_classes": "20", "num_training_samples": "1",
            "image_shape": "\(candidate.side)",
        ])
        return try ModelArtifact.untrained(hyperparameters, seed: 7)
    }

    private func peers(_ artifact: ModelArtifact, _ candidate: Candidate) throws -> [PeerEngine] {
        let base = "/tmp/loopbox-benchmark-\(getpid())"
        let (archive, model) = (base + ".tar.gz", base + ".onnx")
        defer { for path in [archive, model] { unlink(path) } }
        try artifact.write(archive)
        let conversion = ChildProcess(
            [options.python, Peers.converter, archive, "\(candidate.side)", model])
        guard conversion != nil else {
            print("skip  \(options.python) cannot write ONNX; it needs onnx and numpy")
            return []
        }
        return ["onnxruntime", "openvino"].compactMap { name in
            let peer = PeerEngine(
                name, model: model, side: candidate.side, threads: options.threads,
                python: options.python)
            if peer == nil { print("skip  \(name) is not installed") }
            return peer
        }
    }

    /// Tells where an engine computes something else.
    private static func compare(_ own: OwnEngine, _ peer: PeerEngine) {
        for (one, other) in zip(own.digests, peer.digests)
        where (one - other).magnitude > 1e-3 * one.magnitude {
            print("FAIL  \(peer.name)'s outputs add up to \(other), ours to \(one)")
        }
    }

    private func report(_ candidate: Candidate, _ names: [String], _ medians: [Double]) {
        print("\(candidate.name) at \(candidate.side), \(options.threads) threads, ms")
        Report.table(zip(names, medians).map { [$0, Report.number($1)] })
        for (name, median) in zip(names, medians) where !name.hasPrefix("loopbox") {
            Report.ratio("of \(name)'s time", medians[0] / median, atMost: candidate.target)
        }
        if let half = names.firstIndex(of: "loopbox bf16") {
            Report.ratio("bf16 of fp32", medians[half] / medians[0], atMost: 0.55)
        } else {
            print("skip  this processor has no fast 16-bit arithmetic")
        }
    }
}

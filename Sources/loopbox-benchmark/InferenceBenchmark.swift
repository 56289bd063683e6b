internal import Glibc
internal import NeuralNetwork
internal import SingleShotDetector

/// Runs networks beside ONNX Runtime and OpenVINO, by turns in one run, on the same weights.
struct InferenceBenchmark {
    private let options: InferenceBenchmarkOptions

    /// A measurement.
    init(_ options: InferenceBenchmarkOptions) { self.options = options }

    func run() throws {
        options.restartWithThreads()
        for network in MeasuredNetwork.beginning(with: options.network) { try measure(network) }
    }

    private func measure(_ network: MeasuredNetwork) throws {
        let artifact = try network.artifact()
        let own = try OwnEngine(artifact, side: network.side, precision: .float32)
        var engines: [(name: String, times: (Int) throws -> [Double])] = [
            ("loopbox fp32", own.times)
        ]
        if InferenceOptions.Precision.bfloat16.isSupported {
            let half = try OwnEngine(artifact, side: network.side, precision: .bfloat16)
            engines.append(("loopbox bf16", half.times))
        }
        let peers = try peers(artifact, network)
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
        report(network, engines.map(\.name), samples.map(Samples.median))
        for layer in try own.profile().prefix(options.layers) {
            print("  \(Report.number(layer.milliseconds))  \(layer.name), \(layer.implementation)")
        }
    }

    private func peers(_ artifact: ModelArtifact, _ network: MeasuredNetwork) throws -> [PeerEngine]
    {
        let base = "/tmp/loopbox-benchmark-\(getpid())"
        let (archive, model) = (base + ".tar.gz", base + ".onnx")
        defer { for path in [archive, model] { unlink(path) } }
        try artifact.write(archive)
        let conversion = ChildProcess(
            [options.python, Peers.converter, archive, "\(network.side)", model])
        guard conversion != nil else {
            print("skip  \(options.python) cannot write ONNX; it needs onnx and numpy")
            return []
        }
        return ["onnxruntime", "openvino"].compactMap { name in
            let peer = PeerEngine(
                name, model: model, side: network.side, threads: options.threads,
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

    private func report(_ network: MeasuredNetwork, _ names: [String], _ medians: [Double]) {
        print("\(network.name) at \(network.side), \(options.threads) threads, ms")
        Report.table(zip(names, medians).map { [$0, Report.number($1)] })
        for (name, median) in zip(names, medians) where !name.hasPrefix("loopbox") {
            Report.ratio("of \(name)'s time", medians[0] / median, atMost: network.target)
        }
        if let half = names.firstIndex(of: "loopbox bf16") {
            Report.ratio("bf16 of fp32", medians[half] / medians[0], atMost: 0.55)
        } else {
            print("skip  this processor has no fast 16-bit arithmetic")
        }
    }
}

internal import Annotations
internal import Foundation
internal import NeuralNetwork
internal import SingleShotDetector

/// One training step of a detector beside MXNet's, which is given the same artifact, batch and boxes.
struct TrainingBenchmark {
    private var network = "resnet-50"
    private var batchSize = 8
    private var side = 300
    private var rounds = 5
    private var python = "python3"

    /// Reads `--network`, `--batch`, `--side`, `--rounds` and `--python`.
    init(_ arguments: [String]) throws {
        for option in try CommandOption.all(in: arguments) {
            switch option.name {
            case "--network": network = option.value
            case "--python": python = option.value
            case "--batch": batchSize = try option.count()
            case "--side": side = try option.count()
            case "--rounds": rounds = try option.count()
            default: throw option.meaningless
            }
        }
    }

    func run() throws {
        try InferenceBenchmarkOptions([]).restartWithThreads()
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("loopbox-training-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let hyperparameters = try Hyperparameters([
            "num_classes": "20", "base_network": network, "image_shape": String(side),
            "mini_batch_size": String(batchSize),
        ])
        let artifact = try ModelArtifact.untrained(hyperparameters, seed: 7)
        let batch = TrainingBatch(size: batchSize, side: side, classCount: 20)
        try artifact.write(folder.appendingPathComponent("model.tar.gz").path)
        try batch.write(to: folder)
        try measure(artifact, batch, peer: TrainingPeer(python: python, folder: folder.path))
    }

    private func measure(
        _ artifact: ModelArtifact, _ batch: TrainingBatch, peer: TrainingPeer?
    ) throws {
        guard let optimizer = Optimizer(named: "sgd", momentum: 0.9, weightDecay: 0.0005) else {
            return
        }
        let step = try SingleShotTrainingStep(
            graph: artifact.graph, parameters: artifact.parameters, batchSize: batchSize,
            side: side, optimizer: optimizer)
        let data = try batch.data()
        var candidates: [() throws -> Void] = [
            { _ = try step.run(data: data, labels: batch.labels, learningRate: 0.001) }
        ]
        if let peer { candidates.append { try peer.step() } }
        let timing = try InterleavedTiming(rounds: rounds, candidates)
        let own = timing.median(0)
        var rows = [
            ["training step, \(network), \(side), batch \(batchSize)", "ms", "images/s"],
            row("loopbox", own),
        ]
        if peer != nil { rows.append(row("MXNet 1.9.1", timing.median(1))) }
        Report.table(rows)
        guard peer != nil else { return print("MXNet is not measured: \(python) has none") }
        Report.ratio("of MXNet's time", own / timing.median(1), atMost: 1)
    }

    private func row(_ name: String, _ time: Double) -> [String] {
        [name, Report.number(time, decimals: 1), Report.number(Double(batchSize) * 1000 / time)]
    }
}

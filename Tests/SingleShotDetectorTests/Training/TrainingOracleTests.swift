import Annotations
import Foundation
import NeuralNetwork
import SingleShotDetector
import TestSupport
import Testing

@Suite("Training beside MXNet", .enabled(if: Requirement.isMet(Python.hasMXNet)))
struct TrainingOracleTests {
    /// A training that MXNet repeats from the same artifact, batch and boxes.
    struct Run: CustomStringConvertible {
        let network: String
        let classCount: Int
        let seed: UInt64
        let steps: Int
        /// By how much a step's losses may differ, relative to themselves.
        ///
        /// Batch normalization of random deep networks multiplies rounding errors with every layer and step, and hard
        /// negatives flip with them: eight steps of ResNet-50 end several percent apart with MXNet on one thread and
        /// on two, and as far from the same steps in double precision as those are from themselves with weights
        /// moved by 6e-8. Only the first steps tell.
        let tolerances: [Double]

        var description: String { "\(network), \(classCount) classes, seed \(seed)" }
    }

    private static let runs = [
        Run(
            network: "small", classCount: 3, seed: 5, steps: 4,
            tolerances: [0.0005, 0.002, 0.01, 0.03]),
        Run(
            network: "small", classCount: 20, seed: 11, steps: 4,
            tolerances: [0.0005, 0.002, 0.01, 0.03]),
        Run(network: "resnet-50", classCount: 4, seed: 3, steps: 1, tolerances: [0.001]),
    ]

    @Test("losses of every step and the statistics after them are MXNet's", arguments: runs)
    func stepsMatch(_ run: Run) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("loopbox-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let hyperparameters = try Hyperparameters([
            "num_classes": String(run.classCount), "base_network": run.network,
            "image_shape": "300",
        ])
        let artifact = try ModelArtifact.untrained(hyperparameters, seed: run.seed)
        try artifact.write(folder.appendingPathComponent("model.tar.gz").path)
        let (data, labels) = try Self.batch(run, into: folder)

        let step = try SingleShotTrainingStep(
            graph: artifact.graph, parameters: artifact.parameters, batchSize: labels.count,
            side: 300,
            optimizer: try #require(Optimizer(named: "sgd", momentum: 0.9, weightDecay: 0.0005)))
        let expected = try Python.run(Self.script, input: "\(folder.path) \(run.steps)")
            .split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
        #expect(expected.count == run.steps)
        for (theirs, tolerance) in zip(expected, run.tolerances) {
            let ours = try step.run(data: data, labels: labels, learningRate: 0.001)
            #expect(abs(ours.crossEntropy / theirs[0] - 1) < tolerance)
            #expect(abs(ours.smoothL1 / theirs[1] - 1) < tolerance)
            #expect(Double(ours.count) == theirs[2])
        }
        let theirs = try ModelArtifact.read(folder.appendingPathComponent("after.tar.gz").path)
        let ours = try step.parameters()
        for (name, tensor) in theirs.parameters.arguments {
            let difference = Self.distance(try #require(ours.arguments[name]), tensor)
            #expect(difference < 0.03, "\(name)")
        }
        for (name, tensor) in theirs.parameters.statistics {
            let difference = Self.distance(try #require(ours.statistics[name]), tensor)
            #expect(difference < 0.03, "\(name)")
        }
    }

    /// The norm of the difference relative to that of the tensor, or of ones where that is larger: what began as
    /// zeros holds little but steps.
    private static func distance(_ one: Tensor, _ other: Tensor) -> Double {
        let pairs = zip(one.elements, other.elements)
        let apart = pairs.reduce(0) { $0 + pow(Double($1.0) - Double($1.1), 2) }
        let norm = other.elements.reduce(0) { $0 + pow(Double($1), 2) }
        return (apart / max(norm, Double(other.elements.count))).squareRoot()
    }

    private static func batch(
        _ run: Run, into folder: URL
    ) throws -> (Tensor, [[GroundTruthBox]]) {
        var generator = SeededGenerator(seed: run.seed)
        func random(_ range: ClosedRange<Float>) -> Float {
            .random(in: range, using: &generator)
        }
        let elements = (0..<4 * 3 * 300 * 300).map { _ in random(-120...140) }
        let rows = (0..<4).map { image in
            (0..<1 + image).map { _ in
                let (left, top) = (random(0.05...0.5), random(0.05...0.5))
                return [
                    Float(Int.random(in: 0..<run.classCount, using: &generator)), left, top,
                    left + random(0.15...0.45), top + random(0.15...0.45),
                ]
            }
        }
        let padded = rows.flatMap {
            $0 + Array(repeating: [-1, -1, -1, -1, -1], count: 4 - $0.count)
        }
        for (name, numbers) in [("data.bin", elements), ("label.bin", padded.flatMap { $0 })] {
            try numbers.withUnsafeBytes { Data($0) }
                .write(to: folder.appendingPathComponent(name))
        }
        let labels = rows.map { objects in
            objects.map { row in
                GroundTruthBox(
                    classID: Int(row[0]),
                    box: NormalizedBox(
                        minimumX: Double(row[1]), minimumY: Double(row[2]),
                        maximumX: Double(row[3]), maximumY: Double(row[4])))
            }
        }
        return (try #require(Tensor(shape: [4, 3, 300, 300], elements: elements)), labels)
    }

    private static let script = """
        import sys, os, tarfile
        import numpy as np
        np.bool = bool
        import mxnet as mx
        folder, steps = sys.stdin.read().split()
        tarfile.open(folder + "/model.tar.gz").extractall(folder)
        find = lambda end: os.path.join(folder, next(f for f in sorted(os.listdir(folder)) if f.endswith(end)))
        symbol, saved = mx.sym.load(find("-symbol.json")), mx.nd.load(find(".params"))
        data = np.fromfile(folder + "/data.bin", np.float32).reshape(4, 3, 300, 300)
        label = np.fromfile(folder + "/label.bin", np.float32).reshape(4, 4, 5)
        m = mx.mod.Module(symbol, data_names=["data"], label_names=["label"])
        m.bind([("data", data.shape)], [("label", label.shape)])
        m.init_params(arg_params={k[4:]: v for k, v in saved.items() if k[:4] == "arg:"},
                      aux_params={k[4:]: v for k, v in saved.items() if k[:4] == "aux:"})
        m.init_optimizer("local", "sgd", dict(learning_rate=0.001, momentum=0.9, wd=0.0005, rescale_grad=1.0))
        batch = mx.io.DataBatch([mx.nd.array(data)], [mx.nd.array(label)])
        for _ in range(int(steps)):
            m.forward(batch, is_train=True)
            prob, loss, target = (o.asnumpy() for o in m.get_outputs()[:3])
            m.backward(); m.update()
            valid, t = (target >= 0).sum(), target.astype(int)
            picked = np.take_along_axis(prob, np.maximum(t, 0)[:, None, :], 1)[:, 0][t >= 0]
            print(-np.log(picked + 1e-8).sum() / valid, loss.sum() / valid, valid, flush=True)
        # The running statistics are written without the engine's knowledge.
        mx.nd.waitall()
        a, x = m.get_params()
        mx.nd.save(find(".params"), {**{"arg:" + k: v for k, v in a.items()}, **{"aux:" + k: v for k, v in x.items()}})
        with tarfile.open(folder + "/after.tar.gz", "w:gz", compresslevel=1) as tar:
            for end in (".params", "-symbol.json", "hyperparams.json"): tar.add(find(end), os.path.basename(find(end)))
        """
}

import Foundation
import NeuralNetwork
import TestSupport
import Testing

@testable import SingleShotDetector

/// MXNet 1.9.1 itself reads what we write.
@Suite("Artifacts in MXNet", .enabled(if: Requirement.isMet(Python.hasMXNet)), .serialized)
struct LiveMXNetTests {
    @Test(
        "MXNet loads every base network as a module to train and infers the same shapes",
        arguments: [("small", 300), ("vgg-16", 300), ("vgg-16", 512), ("resnet-50", 300)])
    func symbols(network: String, side: Int) throws {
        let graph = try BaseNetworkTests.graph(network, classes: 3, side: side)
        let given = ["data": [2, 3, side, side], "label": [2, 4, 6]]
        let answer = try Self.run(
            """
            symbol = mx.sym.load(path)
            args, outs, auxs = symbol.infer_shape(data=(2, 3, \(side), \(side)), label=(2, 4, 6))
            for n, s in zip(symbol.list_arguments(), args): print("arg", n, *s)
            for n, s in zip(symbol.list_auxiliary_states(), auxs): print("aux", n, *s)
            for s in outs: print("out", *s)
            """, file: SymbolWriter(graph: graph).bytes)
        let parameters = try graph.parameterShapes(given: given)
        var count = 0
        for words in answer where words[0] != "out" && given[words[1]] == nil {
            let shape = words.dropFirst(2).compactMap { Int($0) }
            let expected = words[0] == "arg" ? parameters.arguments : parameters.statistics
            #expect(expected[words[1]] == shape, "\(words[1])")
            count += 1
        }
        #expect(count == parameters.arguments.count + parameters.statistics.count)
        let shapes = try graph.shapes(given: given)
        #expect(
            answer.filter { $0[0] == "out" }.map { $0.dropFirst().compactMap { Int($0) } }
                == graph.heads.map { shapes[$0.node][$0.output] })
    }

    @Test("a written archive loads as a module and as a deploy symbol with the same parameters")
    func archive() throws {
        let hyperparameters = try Hyperparameters(["num_classes": "2", "base_network": "small"])
        let artifact = try ModelArtifact.untrained(hyperparameters, seed: 4)
        let network = try DetectionNetwork(artifact.graph)
        let deploy = ModelArtifact(
            graph: network.deployGraph, parameters: artifact.parameters,
            hyperparameters: artifact.hyperparameters)
        for written in [artifact, deploy] {
            let answer = try TemporaryFolder.with { folder in
                try written.write(folder + "/model.tar.gz")
                return try Self.run(
                    Self.module,
                    file: [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/model.tar.gz"))))
            }
            let sums = answer.filter { $0[0] == "sum" }
            #expect(
                sums.count
                    == artifact.parameters.arguments.count + artifact.parameters.statistics.count)
            for words in sums {
                let tensor =
                    artifact.parameters.arguments[words[1]]
                    ?? artifact.parameters.statistics[words[1]]
                #expect(Self.checksum(try #require(tensor)) == UInt64(words[2]), "\(words[1])")
            }
            #expect(answer.last == ["detection", "1", "8744", "6"])
        }
    }

    /// Unpacks, binds, sets the parameters, runs, and tells the bits of all parameters it then has.
    private static let module = """
        folder = os.path.dirname(path)
        tarfile.open(path).extractall(folder)
        symbol, args, auxs = mx.model.load_checkpoint(folder + "/model_algo_1", 0)
        training = "label" in symbol.list_arguments()
        module = mx.mod.Module(symbol, label_names=("label",) if training else None)
        labels = [("label", (1, 2, 6))] if training else None
        module.bind(data_shapes=[("data", (1, 3, 300, 300))], label_shapes=labels, for_training=training)
        module.set_params(args, auxs)
        label = [mx.nd.array([[[0, .1, .1, .5, .5, 0], [-1] * 6]])] if training else None
        module.forward(mx.io.DataBatch([mx.nd.ones((1, 3, 300, 300))], label), is_train=False)
        for parameters in module.get_params():
            for name, array in parameters.items():
                print("sum", name, int(array.asnumpy().view(np.uint32).astype(np.uint64).sum()))
        print("detection", *module.get_outputs()[-1].shape)
        """

    private static func checksum(_ tensor: Tensor) -> UInt64 {
        tensor.elements.reduce(0) { $0 + UInt64($1.bitPattern) }
    }

    /// The words of the lines that a program prints which finds a file at `path`.
    private static func run(_ program: String, file: [UInt8]) throws -> [[String]] {
        try TemporaryFolder.with { folder in
            let path = folder + "/file"
            try Data(file).write(to: URL(fileURLWithPath: path))
            let head = """
                import os, sys, tarfile
                import numpy as np
                np.bool = bool
                import mxnet as mx
                path = sys.stdin.read()

                """
            return try Python.run(head + program, input: path).split(separator: "\n").map {
                $0.split(separator: " ").map(String.init)
            }
        }
    }
}

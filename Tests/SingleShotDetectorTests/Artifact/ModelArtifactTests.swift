import Foundation
import NeuralNetwork
import TestSupport
import Testing

@testable import SingleShotDetector

@Suite("Model artifact")
struct ModelArtifactTests {
    @Test("an artifact that MXNet made is read with its graph, parameters and hyperparameters")
    func madeByMXNet() throws {
        let artifact = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz")
        #expect(artifact.hyperparameters == ["num_classes": "3", "base_network": "resnet-50"])
        for line in try ArtifactReferences.lines("shapes.txt") where line[0] != "out" {
            guard line[1] != "data", line[1] != "label" else { continue }
            let tensor =
                line[0] == "arg"
                ? artifact.parameters.arguments[line[1]] : artifact.parameters.statistics[line[1]]
            #expect(tensor?.shape == ArtifactReferences.integers(line[2]), "\(line[1])")
        }
    }

    @Test("what is written is read as it was, and the same bytes each time")
    func roundTrip() throws {
        try TemporaryFolder.with { folder in
            let artifact = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz")
            let path = folder + "/model.tar.gz"
            try artifact.write(path)
            let read = try ModelArtifact.read(path)
            #expect(read.graph == artifact.graph)
            #expect(read.parameters == artifact.parameters)
            #expect(read.hyperparameters == artifact.hyperparameters)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(
                try ModelArtifact.read([UInt8](bytes), of: path).parameters == artifact.parameters)
            try read.write(path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.tar.gz"])
        }
    }

    @Test("parameters that the graph does not ask for like this are refused by name")
    func parameters() throws {
        var artifact = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz")
        func reason(_ change: (inout ParameterSet) -> Void) throws -> String {
            var changed = artifact
            change(&changed.parameters)
            return try TemporaryFolder.with { folder in
                try changed.write(folder + "/model.tar.gz")
                return #expect(throws: ArtifactError.self) {
                    try ModelArtifact.read(folder + "/model.tar.gz")
                }?.description ?? ""
            }
        }
        #expect(
            try reason { $0.arguments["conv2_bias"] = nil }
                .hasSuffix("model_algo_1-0000.params: parameter 'conv2_bias' is missing"))
        #expect(
            try reason { $0.arguments["conv2_bias"] = Tensor(shape: [4], repeating: 0) }
                .contains("'conv2_bias' has the shape [4], but the graph asks for [8]"))
        for value in [Float.nan, .infinity, -.infinity] {
            #expect(
                try reason { $0.statistics["bn_moving_var"]?.elements[1] = value }
                    .contains("parameter 'bn_moving_var' has a number that is not finite"))
        }
        artifact.graph.nodes[0].name = "other"
        #expect(try reason { _ in }.contains("'other' is missing"))
    }

    @Test("an artifact of a file that cannot be written is told with its path")
    func unwritable() throws {
        let artifact = try ModelArtifact.read(ArtifactReferences.directory + "tiny.tar.gz")
        let error = #expect(throws: ArtifactError.self) {
            try artifact.write("/nonexistent/model.tar.gz")
        }
        #expect(error?.path == "/nonexistent/model.tar.gz")
    }
}

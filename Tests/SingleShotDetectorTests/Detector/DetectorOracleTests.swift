import Annotations
import Foundation
import ImageCodecs
import Imaging
import SingleShotDetector
import TestSupport
import Testing

@testable import NeuralNetwork

/// A model that MXNet itself makes and runs on two photos, where both are there.
@Suite(
    "Detector against MXNet",
    .enabled(if: Requirement.isMet(Python.hasMXNet && SharedPhotos.isPresent)))
struct DetectorOracleTests: ~Copyable {
    private let directory: URL
    private let artifact: ModelArtifact
    private let photos: [String]

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        photos = Array(SharedPhotos.paths.filter { $0.contains("/street/") }.prefix(2))
        let tool = SharedPhotos.root + "/tools/make_sagemaker_model.py"
        let run = ProgramRun(
            ["python3", tool, directory.path] + photos + ["--classes", "3", "--seed", "11"])
        try #require(run.status == 0, "\(run.text)")
        let unpack = """
            import numpy as np
            z = np.load("\(directory.path)/expected.npz")
            for k in ("data", "cls_prob", "loc", "anchors", "detection"):
                z[k].astype("<f4").tofile("\(directory.path)/" + k)
            """
        try #require(Python.bytes(unpack) != nil)
        artifact = try ModelArtifact.read(directory.path + "/model.tar.gz")
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    private borrowing func expected(_ name: String) throws -> [Float] {
        let data = try Data(contentsOf: directory.appendingPathComponent(name))
        return data.withUnsafeBytes { bytes in
            (0..<bytes.count / 4).map {
                bytes.loadUnaligned(fromByteOffset: $0 * 4, as: Float.self)
            }
        }
    }

    /// The rows of a photo that MXNet did not drop.
    private borrowing func rows(ofPhoto photo: Int) throws -> [[Double]] {
        let numbers = try expected("detection")
        let count = numbers.count / photos.count
        return stride(from: photo * count, to: (photo + 1) * count, by: 6)
            .map { numbers[$0..<$0 + 6].map(Double.init) }.filter { $0[0] >= 0 }
    }

    @Test("from the same input the heads, the anchors and the detections are MXNet's")
    func matchesFromData() throws {
        let network = try DetectionNetwork(artifact.graph)
        let shape = [1, 3, 300, 300]
        let plan = try InferencePlan(
            graph: artifact.graph, parameters: artifact.parameters, dataShape: shape,
            outputs: [network.logits, network.locations])
        let shapes = try artifact.graph.shapes(given: [network.inputName: shape])
        let anchors = network.anchorLayers.flatMap { layer in
            let map = shapes[layer.source.node][layer.source.output]
            return MultiBoxPrior.anchors(rows: map[2], columns: map[3], layer.attributes)
        }
        #expect(Self.largestDifference(anchors[...], try expected("anchors")[...]) <= 1e-6)
        let operation = MultiBoxDetection(network.detection, anchors: anchors)
        let data = try expected("data")
        for photo in photos.indices {
            let input = try #require(
                Tensor(
                    shape: shape, elements: Array(data[(photo * 270_000)..<(photo + 1) * 270_000])))
            let outputs = try plan.run(input)
            try check(outputs, photo)
            let found = outputs[0].elements.withUnsafeBufferPointer { logits in
                outputs[1].elements.withUnsafeBufferPointer {
                    operation.detections(logits: logits, locations: $0)
                }
            }
            let rows = try rows(ofPhoto: photo)
            #expect(found.count == rows.count)
            // Scores that differ in their last bit may change places.
            #expect(rows.allSatisfy { row in found.contains { Self.agree($0, row, within: 1e-4) } })
        }
    }

    private borrowing func check(_ outputs: [Tensor], _ photo: Int) throws {
        let (classes, anchors) = (outputs[0].shape[1], outputs[0].shape[2])
        let probabilities = try expected("cls_prob")
        var worst: Float = 0
        for anchor in 0..<anchors {
            let powers = (0..<classes).map { exp(outputs[0].elements[$0 * anchors + anchor]) }
            let sum = powers.reduce(0, +)
            for (row, power) in powers.enumerated() {
                let other = probabilities[(photo * classes + row) * anchors + anchor]
                worst = max(worst, abs(power / sum - other))
            }
        }
        #expect(worst <= 1e-4)
        let count = outputs[1].elements.count
        let places = try expected("loc")[(photo * count)..<(photo + 1) * count]
        let largest = places.map(abs).max() ?? 1
        #expect(Self.largestDifference(outputs[1].elements[...], places) <= 1e-3 * largest)
    }

    @Test("from the photo itself the strongest objects are MXNet's")
    func matchesFromPhotos() throws {
        let detector = try Detector(artifact)
        for (photo, path) in photos.enumerated() {
            let bytes = try ImageFile.bytes(atPath: path)
            let orientation = try JPEGDecoder.header(of: bytes).orientation
            try #require(orientation == .upright)
            let image = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: 300, height: 300))
            let found = try detector.detect(image)
            let strongest = try rows(ofPhoto: photo).prefix(10)
            let same = strongest.count { row in
                found.contains { Self.agree($0, row, within: 0.1) }
            }
            #expect(same >= 9)
        }
    }

    private static func agree(
        _ detection: ClassDetection, _ row: [Double], within tolerance: Double
    ) -> Bool {
        let box = detection.box
        let numbers = [detection.score, box.minimumX, box.minimumY, box.maximumX, box.maximumY]
        return Double(detection.classID) == row[0]
            && zip(numbers, row.dropFirst()).allSatisfy { abs($0 - $1) <= tolerance }
    }

    private static func largestDifference(
        _ numbers: ArraySlice<Float>, _ others: ArraySlice<Float>
    ) -> Float {
        guard numbers.count == others.count else { return .infinity }
        return zip(numbers, others).map { abs($0 - $1) }.max() ?? 0
    }
}

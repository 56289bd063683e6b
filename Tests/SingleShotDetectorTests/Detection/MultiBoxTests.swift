import Annotations
import SingleShotDetector
import Testing

@testable import NeuralNetwork

@Suite("MultiBox operators")
struct MultiBoxTests {
    let references: MultiBoxReferences

    init() throws {
        references = try MultiBoxReferences()
    }

    @Test("anchors lie where MXNet lays them: oblong maps, steps, offsets, clipping")
    func priorsMatch() throws {
        #expect(references.priors.count == 5)
        for reference in references.priors {
            let anchors = MultiBoxPrior.anchors(
                rows: reference.rows, columns: reference.columns, reference.attributes)
            try #require(anchors.count == reference.anchors.count)
            for (one, other) in zip(anchors, reference.anchors) {
                #expect(abs(one - other) <= 1e-6)
            }
        }
    }

    @Test("the same detections stand in MXNet's order: ties, top-k, suppression of all kinds")
    func detectionsMatch() throws {
        let layout = MultiBoxPriorAttributes(
            sizes: [0.3, 0.4], ratios: [1, 2, 0.5], verticalStep: -1, horizontalStep: -1,
            verticalOffset: 0.5, horizontalOffset: 0.5, clips: false)
        let anchors = MultiBoxPrior.anchors(rows: 4, columns: 5, layout)
        #expect(references.detections.count == 7)
        for reference in references.detections {
            let operation = MultiBoxDetection(reference.attributes, anchors: anchors)
            let found = reference.logits.withUnsafeBufferPointer { logits in
                reference.locations.withUnsafeBufferPointer { locations in
                    operation.detections(logits: logits, locations: locations)
                }
            }
            try #require(found.count == reference.rows.count)
            for (detection, row) in zip(found, reference.rows) {
                let box = detection.box
                let mine: [Double] = [
                    Double(detection.classID), detection.score, box.minimumX, box.minimumY,
                    box.maximumX, box.maximumY,
                ]
                for (one, other) in zip(mine, row) { #expect(abs(one - other) <= 2e-6) }
            }
        }
    }

    @Test("logits that are no numbers detect nothing")
    func noNumbersNoDetections() {
        let operation = MultiBoxDetection(
            references.detections[0].attributes, anchors: [0, 0, 1, 1])
        let logits: [Float] = [.nan, .nan]
        let found = logits.withUnsafeBufferPointer { logits in
            [Float](repeating: .nan, count: 4).withUnsafeBufferPointer {
                operation.detections(logits: logits, locations: $0)
            }
        }
        #expect(found.isEmpty)
    }
}

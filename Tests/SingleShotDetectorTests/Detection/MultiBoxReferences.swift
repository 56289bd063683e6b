import Foundation

@testable import NeuralNetwork

/// The lines of multibox.txt.
struct MultiBoxReferences {
    /// Anchors of a map.
    struct Prior {
        var rows: Int
        var columns: Int
        var attributes: MultiBoxPriorAttributes
        var anchors: [Float]
    }

    /// Detections among 80 anchors of 3 classes.
    struct Detection {
        var attributes: MultiBoxDetectionAttributes
        var logits: [Float]
        var locations: [Float]
        /// Class, score, left, top, right and bottom.
        var rows: [[Double]]
    }

    var priors: [Prior] = []
    var detections: [Detection] = []

    /// Reads multibox.txt.
    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../References/multibox.txt")
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            let numbers = fields.dropFirst().map {
                $0.split(separator: " ").compactMap { Double($0) }
            }
            if fields[0] == "prior" {
                priors.append(Self.prior(numbers))
            } else {
                detections.append(Self.detection(numbers))
            }
        }
    }

    private static func prior(_ fields: [[Double]]) -> Prior {
        Prior(
            rows: Int(fields[0][0]), columns: Int(fields[1][0]),
            attributes: MultiBoxPriorAttributes(
                sizes: fields[2], ratios: fields[3], verticalStep: fields[4][0],
                horizontalStep: fields[4][1], verticalOffset: fields[5][0],
                horizontalOffset: fields[5][1], clips: fields[6][0] != 0),
            anchors: fields[7].map { Float($0) })
    }

    private static func detection(_ fields: [[Double]]) -> Detection {
        let seed = UInt64(fields[0][0])
        return Detection(
            attributes: MultiBoxDetectionAttributes(
                threshold: fields[1][0], clips: fields[2][0] != 0, backgroundClass: 0,
                suppressionThreshold: fields[3][0], suppressesAcrossClasses: fields[4][0] != 0,
                variances: fields[6], topCount: Int(fields[5][0])),
            logits: (0..<320).map { Float((6 * number($0, seed)).rounded(.toNearestOrEven) / 2) },
            locations: (0..<320).map { Float(number($0, 100 + seed)) },
            rows: stride(from: 0, to: fields[7].count, by: 6).map { Array(fields[7][$0..<$0 + 6]) })
    }

    /// The formula of multibox.py.
    private static func number(_ index: UInt64, _ seed: UInt64) -> Double {
        var bits = (index * 2_654_435_761 + seed * 40503) & 0xFFFF_FFFF
        bits ^= bits >> 15
        bits = (bits * 2_246_822_519) & 0xFFFF_FFFF
        bits ^= bits >> 13
        return Double(bits) / 2_147_483_648 - 1
    }
}

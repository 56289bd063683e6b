import Foundation
import NeuralNetwork

@testable import SingleShotDetector

/// The files that `References/artifact.py` made with MXNet.
enum ArtifactReferences {
    static let directory =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
        + "/References/Artifact/"

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: directory + name)))
    }

    /// The fields of a file's lines, which are parted by tabs.
    static func lines(_ name: String) throws -> [[String]] {
        String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    static func integers(_ text: String) -> [Int] {
        text.split(separator: ",").compactMap { Int($0) }
    }

    static func parameters(_ bytes: [UInt8]) throws -> ParameterSet {
        var reader = ParameterFileReader(MemorySource(bytes))
        return try reader.read()
    }

    /// The bytes that a value is written as.
    static func raw(_ values: any FixedWidthInteger...) -> [UInt8] {
        values.flatMap { littleEndian($0) }
    }

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}

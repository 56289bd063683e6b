import Annotations
import NeuralNetwork
import SingleShotDetector

/// A number that tells one training's beginnings from another's, the same in every run (FNV-1a, 64 bits;
/// Fowler, Noll and Vo).
nonisolated struct StableHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// In hexadecimal.
    var text: String { String(state, radix: 16) }

    /// Takes in an image's path and objects.
    mutating func take(_ image: DatasetImage) {
        take(Array(image.path.utf8))
        for object in image.objects {
            for number in [
                object.classID, object.box.left, object.box.top, object.box.right,
                object.box.bottom,
            ] { take(UInt64(bitPattern: Int64(number))) }
        }
    }

    /// Takes in a model's parameters.
    mutating func take(_ artifact: ModelArtifact) {
        for set in [artifact.parameters.arguments, artifact.parameters.statistics] {
            for (name, tensor) in set.sorted(by: { $0.key < $1.key }) {
                take(Array(name.utf8))
                for element in tensor.elements { take(UInt64(element.bitPattern)) }
            }
        }
    }

    private mutating func take(_ bytes: [UInt8]) {
        for byte in bytes { take(UInt64(byte)) }
        take(256)
    }

    private mutating func take(_ number: UInt64) {
        state = (state ^ number) &* 0x100_0000_01b3
    }
}

/// Why a data set's file cannot be read.
package struct DatasetFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the caller calls the file.
    package var source: String
    /// Counted from 1.
    package var line: Int
    package var reason: String

    package var description: String { "\(source):\(line): \(reason); correct the line" }
}

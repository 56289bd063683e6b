/// Why a file is no inference response; the caller names the file.
package struct InferenceResponseError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Free of control characters, whatever the file holds.
    package var reason: String

    package var description: String { reason }
}

/// Why a model cannot be used to detect.
package struct DetectorError: Error, Equatable, CustomStringConvertible {
    package let reason: String

    /// An error.
    package init(_ reason: String) {
        self.reason = reason
    }

    package var description: String { reason }
}

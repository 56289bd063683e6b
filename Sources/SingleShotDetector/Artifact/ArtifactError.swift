/// Why a model artifact cannot be read or written.
package struct ArtifactError: Error, Equatable, CustomStringConvertible {
    /// The path of the file; nil while only bytes are known.
    package var path: String?
    /// The file inside the archive; nil when the archive itself is at fault.
    package var member: String?
    /// What is wrong where, and what would be right.
    package let reason: String

    /// An error.
    package init(path: String? = nil, member: String? = nil, _ reason: String) {
        self.path = path
        self.member = member
        self.reason = reason
    }

    /// Does what may fail at a file, and names the file in the error.
    static func naming<Value>(
        _ path: String, _ body: () throws(ArtifactError) -> Value
    ) throws(ArtifactError) -> Value {
        do throws(ArtifactError) {
            return try body()
        } catch {
            var error = error
            error.path = path
            throw error
        }
    }

    package var description: String {
        ([path, member].compactMap { $0 } + [reason]).joined(separator: ": ")
    }
}

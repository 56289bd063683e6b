/// Text in the store that this program did not write.
struct StoredTextError: Error, CustomStringConvertible {
    let what: String
    let reason: String

    var description: String { "\(what) cannot be read: \(reason)" }
}

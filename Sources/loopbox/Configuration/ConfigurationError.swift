/// Why the user's settings cannot be used.
nonisolated struct ConfigurationError: Error, Equatable, CustomStringConvertible {
    /// The file, with the line where it is known; the cause; what to do.
    let description: String

    /// An error about a place in a file.
    init(_ place: String, _ cause: String, _ nextStep: String) {
        description = "\(place): \(cause); \(nextStep)"
    }
}

/// Why an image cannot come along with an export.
nonisolated struct UnusableImage: Error, Hashable {
    let path: String
    let reason: String
}

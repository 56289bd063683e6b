import Annotations

/// An image of a data set and the objects that are on it.
nonisolated struct DatasetImage: Hashable {
    /// An object as its annotation has it.
    struct Object: Hashable {
        var classID: Int
        /// Pixels of the stored image; it may reach past the edges.
        var box: BoundingBox
        /// Whether evaluation leaves it out as hard to recognise.
        var isDifficult = false
        /// What a detector was sure of; nil in a person's annotation.
        var score: Double?
    }

    /// The image's file.
    var path: String
    /// The stored image's size, as the annotation says.
    var size: PixelSize
    var objects: [Object]
    /// The annotation's file, with the line in a manifest: what an error names.
    var record: String
}

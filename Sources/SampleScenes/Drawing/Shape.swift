/// An outline and its paint in pixels of the image, origin top left.
struct Shape: Hashable, Sendable {
    var path: Path
    var paint: Paint
}

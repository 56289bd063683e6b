/// What the keys mean just now.
package enum KeyContext: String, Hashable, Sendable, CaseIterable {
    /// A photo with its boxes.
    case review
    /// After `r`: letters move edges.
    case resize
    /// With a crosshair on the photo.
    case drawing
    /// A sheet of confident predictions.
    case accept
    /// The lead's figures.
    case dashboard
    /// The list of loops.
    case loops
    /// One loop of the list.
    case loop
    /// A loop whose answers differ.
    case disputes
    /// A loop's history.
    case history
}

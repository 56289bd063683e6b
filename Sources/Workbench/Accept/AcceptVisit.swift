/// A look at one image of the sheet in the review screen.
package struct AcceptVisit: Hashable, Sendable {
    /// The image's number.
    package var image: Int64
    /// What the review screen showed before, to be shown again.
    package var interrupted: AppState.Place
    /// The image is on its way into review, to be corrected here.
    package var isTaking = false
}

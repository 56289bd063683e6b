/// Which 3×3 convolutions of a model run faster by Winograd's algorithm than directly, as timed once.
///
/// The times hold for one kind of processor, thread count, architecture and size of picture, whatever the weights;
/// keep the value and give it back so that loading need not time again.
package struct WinogradChoices: Codable, Hashable, Sendable {
    /// What the times hold for.
    package var circumstances: String
    /// The names of the convolutions for which Winograd won.
    package var layers: [String]

    /// Choices.
    package init(circumstances: String, layers: [String]) {
        self.circumstances = circumstances
        self.layers = layers
    }
}

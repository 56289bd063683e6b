/// The samples of a training, read when they are needed, from any thread.
package protocol TrainingData: Sendable {
    /// How many there are.
    var count: Int { get }

    /// A sample as the network is to see it, its augmentation drawn from the generator.
    ///
    /// - Returns: an image of `side` by `side` pixels.
    /// - Throws: an error that names the file.
    func image(
        _ sample: Int, side: Int, using generator: TrainingGenerator
    ) throws -> TrainingImage
}

/// What people settled on about an image: the one answer that training data are made of.
package struct FinalAnswer: Hashable, Sendable {
    /// The name of the completed loop.
    package var loop: String
    package var image: ReviewImage
    package var answer: Answer

    /// The answer of a loop about an image.
    package init(loop: String, image: ReviewImage, answer: Answer) {
        self.loop = loop
        self.image = image
        self.answer = answer
    }
}

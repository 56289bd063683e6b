/// What people settled on about an image: the one answer that training data are made of.
package struct FinalAnswer: Hashable, Sendable {
    /// The name of the completed loop.
    package var loop: String
    package var image: ReviewImage
    package var answer: Answer
    /// The store's number of the settlement that the boxes are those of; nil where they are as answered.
    package var settlement: Int64?

    /// The answer of a loop about an image.
    package init(loop: String, image: ReviewImage, answer: Answer, settlement: Int64? = nil) {
        self.loop = loop
        self.image = image
        self.answer = answer
        self.settlement = settlement
    }
}

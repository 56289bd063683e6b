internal import Annotations
internal import HumanReview
internal import ReviewStore

/// What two model versions said about generated images in sixty days, and what twelve people made of it.
///
/// Each loop depends on the seed and its number alone.
struct StoreScenario {
    let loops: Int
    let seed: UInt64
    /// The end of the past.
    let now: Timestamp
    /// Answers to each loop.
    let taskCount: Int
    /// Whether answers come with the journal they were made of.
    let hasJournals: Bool
    /// Images besides those of the loops, whose prediction is sure and waits to be accepted.
    let confident: Int

    static let daysBack = 60
    static let size = PixelSize(width: 1280, height: 720)
    static let workers = [
        "ana", "ben", "carla", "dirk", "elif", "femi", "gwen", "hugo", "ines", "jun", "kofi", "lea",
    ]

    /// A flow of the scenario's task count.
    var flow: FlowDefinition {
        FlowDefinition(
            name: "objects", creationTime: time(ofDay: -Self.daysBack), taskTitle: "Draw boxes",
            taskDescription: "Draw a tight box around each object.", labels: .pascalVOC,
            template: BuiltInTemplate.source(), activationConditions: ActivationConditions(),
            taskCount: taskCount)
    }

    /// The loop of a number, from 0.
    func loop(_ number: Int) -> RecordedLoop {
        var random = SplitMix64(seed: seed &+ UInt64(number) &* 0x1_0000_0001)
        var picture = GeneratedPicture(size: Self.size, random: &random)
        let isLater = number * 5 >= loops * 3
        let prediction = picture.prediction(
            version: isLater ? "street-2" : "street-1", errorShare: isLater ? 0.12 : 0.25)
        var course = Course(scenario: self, number: number, picture: picture, prediction)
        return course.loop()
    }

    /// The image of a number, from 0, that waits to be accepted.
    func confidentImage(_ number: Int) -> IncomingImage {
        var random = SplitMix64(seed: ~seed &+ UInt64(number) &* 0x1_0000_0001)
        var picture = GeneratedPicture(size: Self.size, random: &random)
        var prediction = picture.prediction(
            version: number.isMultiple(of: 3) ? "street-1" : "street-2", errorShare: 0.1,
            isSure: true)
        // One sure object is enough, whatever the others are.
        prediction.detections[0].score = 0.5 + picture.random.uniform() * 0.5
        return IncomingImage(
            path: "/generated/sure-\(number).jpg", sha256: "sure-\(number)", size: Self.size,
            prediction: prediction)
    }

    private func time(ofDay day: Int) -> Timestamp {
        Timestamp(milliseconds: now.milliseconds + Int64(day) * Timestamp.millisecondsOfDay)
    }
}

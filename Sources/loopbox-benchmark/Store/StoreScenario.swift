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
    private static let workers = [
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

    /// What happens to one loop.
    private struct Course {
        let scenario: StoreScenario
        let number: Int
        var picture: GeneratedPicture
        let prediction: Prediction
        let creation: Timestamp
        /// From 0 to 1, what share of the past the loop came after.
        let age: Double

        init(
            scenario: StoreScenario, number: Int, picture: GeneratedPicture,
            _ prediction: Prediction
        ) {
            self.scenario = scenario
            self.number = number
            self.picture = picture
            self.prediction = prediction
            age = Double(number) / Double(scenario.loops)
            let past = Double(Int64(StoreScenario.daysBack) * Timestamp.millisecondsOfDay)
            creation = Timestamp(
                milliseconds: scenario.now.milliseconds - Int64(past * (1 - age)) - 60_000)
        }

        mutating func loop() -> RecordedLoop {
            let reason = reason()
            let status = status(reason)
            var answers: [RecordedLoop.RecordedAnswer] = []
            var end: Timestamp?
            if status == .completed { answers = self.answers(reason) }
            if status != .inProgress {
                end =
                    answers.last?.answer.submissionTime
                    ?? Timestamp(milliseconds: min(creation.milliseconds + 7_200_000, latest))
            }
            let digits = String(number)
            return RecordedLoop(
                name: "00000000-0000-4000-8000-"
                    + String(repeating: "0", count: max(0, 12 - digits.count)) + digits,
                image: IncomingImage(
                    path: "/generated/image-\(digits).jpg", sha256: "generated-\(digits)",
                    size: StoreScenario.size, prediction: prediction), status: status,
                creationTime: creation, endTime: end, reason: reason, answers: answers)
        }

        private var latest: Int64 { scenario.now.milliseconds }

        /// A sure prediction is audited one time in five, and accepted in bulk else.
        private mutating func reason() -> ActivationReason? {
            guard let score = prediction.strongest?.score else { return .noDetection }
            guard score >= 0.5 else { return .lowScore }
            return picture.random.uniform() < 0.2 ? .audit : nil
        }

        private mutating func status(_ reason: ActivationReason?) -> HumanLoop.Status {
            guard reason != nil else { return .completed }
            // The last days' loops mostly wait still.
            let isRecent = age > 0.9
            switch picture.random.uniform() {
            case ..<0.01: return .stopped
            case ..<0.015: return .failed
            case ..<(isRecent ? 0.8 : 0.03): return .inProgress
            default: return .completed
            }
        }

        private mutating func answers(_ reason: ActivationReason?) -> [RecordedLoop.RecordedAnswer]
        {
            let count = reason == nil ? 1 : scenario.taskCount
            let first = Int(picture.random.uniform() * Double(StoreScenario.workers.count))
            return (0..<count).map { turn in
                let worker = (first + turn * 5) % StoreScenario.workers.count
                return answer(by: worker, isBulk: reason == nil)
            }.sorted { $0.answer.submissionTime < $1.answer.submissionTime }
        }

        private mutating func answer(by worker: Int, isBulk: Bool) -> RecordedLoop.RecordedAnswer {
            let proposals = picture.proposals(of: prediction, from: 0.15)
            // The more careful the worker, the less is left as the model had it.
            let isUnchanged = isBulk || picture.random.uniform() < 0.2 + Double(worker) * 0.03
            let boxes = isUnchanged ? proposals : picture.marked(jitter: 2 + worker)
            let submission = submissionTime()
            let person = Worker(name: StoreScenario.workers[worker])
            let journal = isBulk ? [] : journal(of: person, until: submission)
            let active =
                isBulk
                ? 0
                : scenario.hasJournals
                    ? ActiveTime.milliseconds(of: journal, by: person)
                    : 6_000 + Int64(picture.random.uniform() * 40_000)
            return RecordedLoop.RecordedAnswer(
                Answer(
                    worker: person, acceptanceTime: creation, submissionTime: submission,
                    activeMilliseconds: active, boxes: boxes, imageSize: StoreScenario.size),
                journal: scenario.hasJournals ? journal : [])
        }

        /// In the working hours of the day after, or the last moments of the past.
        private mutating func submissionTime() -> Timestamp {
            let nextDay = (creation.day + 1) * Timestamp.millisecondsOfDay
            let hours = 7 + picture.random.uniform() * 9
            return Timestamp(milliseconds: min(nextDay + Int64(hours * 3_600_000), latest - 1))
        }

        /// Entries with gaps of up to a minute and a half, so that some are pauses.
        private mutating func journal(of worker: Worker, until end: Timestamp) -> [Edit] {
            guard scenario.hasJournals else { return [] }
            var (time, entries) = (end, [Edit(kind: .submit, worker: worker, time: end)])
            for _ in 0..<6 {
                time = Timestamp(
                    milliseconds: time.milliseconds - Int64(picture.random.uniform() * 90_000))
                entries.append(Edit(kind: .activity, worker: worker, time: time))
            }
            entries.append(Edit(kind: .open, worker: worker, time: time))
            return entries.reversed()
        }
    }
}

internal import Annotations
internal import HumanReview
internal import ReviewStore

extension StoreScenario {
    /// What happens to one loop.
    struct Course {
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

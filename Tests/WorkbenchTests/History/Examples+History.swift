import Annotations
import HumanReview
import Screen

@testable import Workbench

extension LabeledBox {
    static func example(_ label: String, _ left: Int, _ width: Int = 100) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 100, width: width, height: 100))
    }
}

extension Answer {
    static func example(_ worker: String, _ boxes: [LabeledBox]) -> Answer {
        Answer(
            worker: Worker(name: worker), acceptanceTime: LoopHistory.time,
            submissionTime: LoopHistory.time, activeMilliseconds: 12_300, boxes: boxes,
            imageSize: PixelSize(width: 640, height: 480))
    }
}

extension LoopHistory {
    static let time = Timestamp(milliseconds: 1_699_999_500_000)

    /// A loop of three answers, which differ in a label, in edges and in a box that one of them misses.
    static var disputed: LoopHistory {
        let answers = [
            Answer.example(
                "ana", [.example("dog", 100), .example("cat", 250), .example("person", 400)]),
            Answer.example(
                "ben", [.example("dog", 101), .example("dog", 250), .example("person", 425)]),
            Answer.example("cay", [.example("dog", 99), .example("cat", 250)]),
        ]
        var loop = OpenTask.example().loop
        loop.status = .completed
        return LoopHistory(
            loop: loop, proposals: [.example("dog", 90)], labels: .pascalVOC,
            revisions: [
                LoopRevision(
                    number: 1, request: nil, answers: answers,
                    settlements: [
                        Settlement(
                            lead: nil, time: time,
                            boxes: Consolidation(answers.map(\.boxes)).boxes)
                    ])
            ])
    }

    /// A loop that was sent back once.
    static var corrected: LoopHistory {
        var history = disputed
        history.revisions[0].answers = [
            Answer.example("ana", [.example("dog", 100), .example("cat", 250)])
        ]
        history.revisions[0].settlements = []
        history.revisions.append(
            LoopRevision(
                number: 2,
                request: CorrectionRequest(
                    note: "the dog's tail, and no cat", lead: Worker(name: "lea"), asked: nil,
                    time: time),
                answers: [
                    Answer.example("ben", [.example("dog", 100, 120), .example("sheep", 400)])
                ],
                settlements: []))
        return history
    }
}

extension Reviewer {
    /// A lead whose only dispute is about a loop.
    static func atDisputes(of history: LoopHistory) -> Reviewer {
        var lead = Reviewer([.example()])
        lead.press("g d")
        lead.send(
            .teams(
                .disputes(
                    [DisputedLoop(loop: history.loop, differences: 2, time: LoopHistory.time)],
                    total: 1))
        )
        lead.send(.teams(.history(history)))
        return lead
    }

    /// The boxes of the latest settlement that was asked for.
    var settlement: [LabeledBox]? {
        effects.compactMap { effect in
            if case .teams(.settle(_, let boxes, _)) = effect { boxes } else { nil }
        }.last
    }

    /// Gives the screen another size in cells of 8 by 16 pixels.
    mutating func resize(_ columns: Int, _ rows: Int) {
        var metrics = state.metrics
        metrics.size = .init(columns: columns, rows: rows)
        send(.resized(metrics))
    }
}

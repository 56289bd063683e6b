import Annotations
import Foundation
import HumanReview
import ReviewStore
import Testing

/// What people go on to do in a store with answers: they accept in bulk and take it back, send back and
/// correct, import, and settle.
struct LaterWork {
    let store: SQLiteReviewStore
    let lead = Worker(name: "lea")
    /// In the past, so that nothing lies ahead of who looks at the figures.
    let time: Timestamp

    init(workspace: String, now: Int64) throws {
        store = try SQLiteReviewStore(workspace: try #require(Workspace.find(from: workspace)))
        time = Timestamp(milliseconds: now - 3_600_000)
    }

    func run() throws {
        try acceptAndTakeBack()
        try importAnswers()
        try correctAndSettle()
    }

    // MARK: - In bulk

    private func acceptAndTakeBack() throws {
        _ = try store.add(
            (0..<12).map { image("sure-\($0)", score: 0.9 + Double($0) / 200) }, at: time)
        let all = try store.confidentPage(ConfidentQuery(), after: nil, limit: 500)
        let own = all.filter { $0.image.path.hasPrefix("/later/") }.map(\.image.id)
        try #require(own.count >= 9, "most are not drawn for the audit")
        let kept = try accept(Array(own.prefix(5)), reviewing: [own[5]])
        let undone = try accept(Array(own[6...7]), reviewing: [own[8]])
        #expect(try store.undoDecision(undone, by: lead, at: time).accepted == 2)
        #expect(kept != undone)
        // Somebody who has taken everything back has done nothing.
        let tom = Worker(name: "tom")
        let outcome = try store.decide(
            SheetDecision(accepted: .images([own[6]])), by: tom, at: time)
        _ = try store.undoDecision(try #require(outcome.number), by: tom, at: time)
        let accepted = try loops("bulk:yes image:sure-*")
        #expect(accepted.count == 5)
        try correct(accepted[0], moving: 9)
        try correct(accepted[1], moving: 0)
        try correct(accepted[1], moving: 4)
    }

    private func accept(_ images: [Int64], reviewing others: [Int64]) throws -> Int64 {
        let outcome = try store.decide(
            SheetDecision(accepted: .images(images), reviewed: others), by: lead, at: time)
        return try #require(outcome.number)
    }

    // MARK: - Imports

    private func importAnswers() throws {
        let answers = (0..<4).map { number in
            ImportedAnswer(image: image("old-\(number)", score: nil), boxes: [box("dog", 10)])
        }
        let outcomes = try store.add(
            answers, from: ImportOrigin(format: "coco", path: "/old.json", worker: lead, time: time)
        )
        #expect(outcomes.count == 4)
        try correct(try #require(try loops("imported:yes").first), moving: 3)
    }

    // MARK: - Corrections and settlements

    private func correctAndSettle() throws {
        let answered = try loops("state:completed bulk:no imported:no")
        for (number, loop) in answered.prefix(5).enumerated() {
            try correct(loop, moving: number * 4)
        }
        try correct(answered[0], moving: 2)
        for loop in answered[5..<8] {
            try store.settle(loop, as: [box("cat", 5)], revision: 1, by: lead, at: time)
        }
        #expect(try store.undoSettlement(by: lead, at: time)?.loop == answered[7])
        _ = try store.sendBack(answered[8], note: "not yet", to: nil, by: lead, at: time)
    }

    /// Sends a loop back, and answers it again after five seconds with everything moved to the right.
    private func correct(_ loop: String, moving columns: Int) throws {
        let worker = Worker(name: "cor")
        _ = try store.sendBack(loop, note: "again", to: worker, by: lead, at: time)
        let task = try store.open(loop, for: worker, at: time)
        let lease = try #require(task.lease)
        let later = Timestamp(milliseconds: time.milliseconds + 5000)
        let edits = [(Edit.Kind.open, time), (.activity, later)].map {
            Edit(kind: $0, changes: [], worker: worker, time: $1)
        }
        try store.append(edits, at: task.journal.count, under: lease)
        let size = task.loop.image.size
        let boxes = task.initialBoxes.map {
            LabeledBox(label: $0.label, box: $0.box.moved(right: columns, down: 0, within: size))
        }
        _ = try store.submit(
            Answer(
                worker: worker, acceptanceTime: time, submissionTime: later,
                activeMilliseconds: 5000, boxes: boxes, imageSize: size), under: lease)
    }

    private func loops(_ filter: String) throws -> [String] {
        try store.loopPage(
            try LoopFilter(filter), after: nil, limit: 500, at: time, budget: 10_000
        ).rows.map(\.loop.name)
    }

    private func image(_ name: String, score: Double?) -> IncomingImage {
        IncomingImage(
            path: "/later/\(name).jpg", sha256: name, size: PixelSize(width: 200, height: 100),
            prediction: score.map {
                Prediction(
                    modelVersion: "later",
                    detections: [
                        Detection(
                            label: "dog", score: $0,
                            box: NormalizedBox(
                                minimumX: 0.1, minimumY: 0.1, maximumX: 0.5, maximumY: 0.9))
                    ])
            })
    }

    private func box(_ label: String, _ left: Int) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 5, width: 40, height: 30))
    }
}

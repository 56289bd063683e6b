import Annotations
import HumanReview
import ReviewStore
import TestSupport
import Testing

/// Three people who answer every image of a workspace, each up to a known number of pixels off.
@Suite struct ScriptedTeamTests {
    private static let jitter = 6
    private static let images = 24
    private let workers = ["ann", "bob", "cay"].map(Worker.init(name:))

    /// Objects 70 to 150 pixels large, in columns of 200; the same for the same image.
    private func truth(_ path: String) -> [LabeledBox] {
        var random = SeededGenerator(
            seed: path.utf8.reduce(0 as UInt64) { $0 &* 31 &+ UInt64($1) })
        return (0..<4).map { column in
            LabeledBox(
                label: ["dog", "cat", "car"][Int.random(in: 0..<3, using: &random)],
                box: BoundingBox(
                    left: column * 200 + 20, top: 30,
                    width: Int.random(in: 70...150, using: &random),
                    height: Int.random(in: 70...150, using: &random)))
        }
    }

    private func moved(_ box: BoundingBox, using random: inout SeededGenerator) -> BoundingBox {
        func moved(_ edge: Int) -> Int {
            edge + Int.random(in: -Self.jitter...Self.jitter, using: &random)
        }
        return BoundingBox(
            left: moved(box.left), top: moved(box.top), right: moved(box.right),
            bottom: moved(box.bottom))
    }

    private func meanOverlap(_ boxes: [LabeledBox], _ path: String) -> Double {
        let truth = truth(path)
        let matching = BoxMatching(boxes, truth)
        return matching.pairs.reduce(0) { $0 + $1.overlap } / Double(truth.count)
    }

    @Test func whatIsExportedIsCloserToTheTruthThanEachOfThem() throws {
        let temporary = try TemporaryWorkspace(taskCount: 3)
        let store = try temporary.store()
        let time = TemporaryWorkspace.time
        _ = try store.add(
            (0..<Self.images).map { TemporaryWorkspace.image("image-\($0)", scores: [0.4]) },
            at: time)
        var random = SeededGenerator(seed: 3)
        for worker in workers {
            var count = 0
            while let task = try store.next(worker) {
                #expect(task.journal.isEmpty)
                #expect(try store.details(ofLoop: task.loop.name, for: worker).answers.isEmpty)
                var answer = task.answer(by: worker, at: time)
                answer.boxes = truth(task.loop.image.path).map {
                    LabeledBox(label: $0.label, box: moved($0.box, using: &random))
                }
                _ = try store.submit(answer, under: try #require(task.lease))
                count += 1
            }
            #expect(count == Self.images)
        }
        var own = [0.0, 0.0, 0.0]
        var settled = 0.0
        var loops: [String] = []
        try store.forEachFinalAnswer { final in
            loops.append(final.loop)
            settled += meanOverlap(final.answer.boxes, final.image.path)
        }
        for loop in loops {
            let details = try store.details(ofLoop: loop)
            #expect(details.output?.answers.map(\.worker) == workers)
            for (position, answer) in details.answers.enumerated() {
                own[position] += meanOverlap(answer.boxes, details.loop.image.path)
            }
        }
        #expect(loops.count == Self.images)
        for overlap in own { #expect(settled > overlap) }
    }
}

import Annotations
import HumanReview
import TestSupport
import Testing

@Suite struct ConsolidationTests {
    private func box(_ label: String, _ left: Int, _ width: Int = 100) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 0, width: width, height: 100))
    }

    @Test func whatMostPeopleHaveIsKept() {
        let two = Consolidation([[box("dog", 0)], [box("dog", 2), box("cat", 300)]])
        #expect(two.boxes == [box("dog", 1)])
        #expect(two.differences.map(\.disagreements) == [[.missing]])
        let three = Consolidation([
            [box("dog", 0)], [box("dog", 3), box("cat", 300)], [box("cat", 301), box("car", 600)],
        ])
        #expect(three.boxes == [box("dog", 2), box("cat", 301)])
        #expect(three.objects.map(\.isKept) == [true, true, false])
        #expect(three.objects.map(\.disagreements) == [[.missing], [.missing], [.missing]])
    }

    @Test func theMostFrequentLabelWinsAndOfEquallyFrequentOnesTheFirst() {
        let three = Consolidation([[box("cat", 0)], [box("dog", 0)], [box("dog", 0)]])
        #expect(three.boxes == [box("dog", 0)])
        #expect(three.differences.first?.disagreements == [.label])
        let two = Consolidation([[box("cat", 0)], [box("dog", 0)]])
        #expect(two.boxes == [box("cat", 0)])
    }

    @Test func edgesThatLieFarApartAreADifference() {
        let close = Consolidation([[box("dog", 0)], [box("dog", 11)]])
        #expect(close.differences.isEmpty)
        let far = Consolidation([[box("dog", 0)], [box("dog", 12)]])
        #expect(far.differences.first?.disagreements == [.edges])
        #expect(far.objects.first?.leastOverlap == 88.0 / 112)
    }

    @Test func nobodyHasTwoBoxesInOneObject() {
        let crowd = [box("person", 0), box("person", 30)]
        let consolidation = Consolidation([crowd, crowd, [box("person", 16)]])
        #expect(consolidation.objects.count == 2)
        #expect(consolidation.objects.allSatisfy { $0.members.prefix(2).allSatisfy { $0 != nil } })
        #expect(consolidation.boxes.count == 2)
    }

    @Test func oneAnswerAndNoAnswerAreTheirOwnConsolidation() {
        #expect(Consolidation([]).boxes.isEmpty)
        #expect(Consolidation([[], [], []]).objects.isEmpty)
        let alone = Consolidation([[box("dog", 0), box("cat", 300)]])
        #expect(alone.boxes == [box("dog", 0), box("cat", 300)])
        #expect(alone.differences.isEmpty)
    }

    /// Three people who draw every edge up to so many pixels off, miss a tenth of the objects, call a
    /// tenth by another name and see some that are not there.
    @Test(arguments: [3, 6, 9])
    func isCloserToTheTruthThanEachOfThreePeople(jitter: Int) {
        var random = SeededGenerator(seed: UInt64(jitter))
        var own = [Quality](repeating: Quality(), count: 3)
        var together = Quality()
        for _ in 0..<60 {
            let truth = Scene.objects(using: &random)
            let answers = (0..<3).map { _ in
                Scene.seen(truth, jitter: jitter, using: &random)
            }
            for (person, answer) in answers.enumerated() { own[person].add(answer, truth) }
            together.add(Consolidation(answers).boxes, truth)
        }
        for person in own {
            #expect(together.meanOverlap > person.meanOverlap)
            #expect(together.rightLabels > person.rightLabels)
            #expect(together.falsePositives < person.falsePositives)
        }
    }
}

/// How near answers come to the truth.
private struct Quality {
    private var overlap = 0.0
    private var objects = 0
    private var right = 0
    private(set) var falsePositives = 0

    /// An object that was missed counts as one without overlap.
    var meanOverlap: Double { overlap / Double(objects) }
    var rightLabels: Double { Double(right) / Double(objects) }

    mutating func add(_ answer: [LabeledBox], _ truth: [LabeledBox]) {
        let matching = BoxMatching(answer, truth)
        overlap += matching.pairs.reduce(0) { $0 + $1.overlap }
        objects += truth.count
        right += matching.pairs.count { answer[$0.first].label == truth[$0.second].label }
        falsePositives += matching.unmatchedFirst.count
    }
}

/// Random objects, and how people see them.
enum Scene {
    static let labels = ["person", "car", "bicycle", "dog"]

    /// Up to six objects of 60 to 180 pixels, in columns of 200.
    static func objects(using random: inout SeededGenerator) -> [LabeledBox] {
        (0..<Int.random(in: 1...6, using: &random)).map { column in
            let width = Int.random(in: 60...180, using: &random)
            return LabeledBox(
                label: labels[Int.random(in: 0..<labels.count, using: &random)],
                box: BoundingBox(
                    left: 20 + column * 200, top: Int.random(in: 20...60, using: &random),
                    width: width, height: Int.random(in: 60...180, using: &random)))
        }
    }

    static func seen(
        _ truth: [LabeledBox], jitter: Int, using random: inout SeededGenerator
    ) -> [LabeledBox] {
        var seen: [LabeledBox] = []
        for object in truth where Int.random(in: 0..<10, using: &random) > 0 {
            let isMistaken = Int.random(in: 0..<10, using: &random) == 0
            let mistake = labels[Int.random(in: 0..<labels.count, using: &random)]
            seen.append(
                LabeledBox(
                    label: isMistaken ? mistake : object.label,
                    box: moved(object.box, by: jitter, using: &random)))
        }
        if Int.random(in: 0..<5, using: &random) == 0 {
            let left = Int.random(in: 0...1000, using: &random)
            seen.append(
                LabeledBox(
                    label: "dog", box: BoundingBox(left: left, top: 400, width: 30, height: 30)))
        }
        return seen
    }

    private static func moved(
        _ box: BoundingBox, by jitter: Int, using random: inout SeededGenerator
    ) -> BoundingBox {
        BoundingBox(
            left: box.left + Int.random(in: -jitter...jitter, using: &random),
            top: box.top + Int.random(in: -jitter...jitter, using: &random),
            right: box.right + Int.random(in: -jitter...jitter, using: &random),
            bottom: box.bottom + Int.random(in: -jitter...jitter, using: &random))
    }
}

import Annotations
import HumanReview
import Testing

@Suite struct BoxDifferencesTests {
    private func box(_ label: String, _ left: Int, _ width: Int = 10) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 0, width: width, height: 10))
    }

    @Test func everyBoxIsKeptMovedRelabelledAddedOrRemoved() {
        let differences = BoxDifferences(
            from: [box("dog", 0), box("dog", 20), box("dog", 40), box("dog", 60)],
            to: [box("cat", 41), box("dog", 80), box("dog", 21), box("dog", 0)])
        #expect(
            differences.changes.map(\.kind) == [.kept, .moved, .relabelled, .removed, .added])
        #expect(differences.changes.map(\.before?.box.left) == [0, 20, 40, 60, nil])
        #expect(differences.changes.map(\.after?.box.left) == [0, 21, 41, nil, 80])
        #expect(differences.meanOverlapOfMoved == 90.0 / 110)
        #expect(BoxDifferences.Kind.allCases.map(differences.count(of:)) == [1, 1, 1, 1, 1])
        #expect(!differences.isEmpty)
    }

    @Test func anotherOrderIsNoDifference() {
        let differences = BoxDifferences(
            from: [box("dog", 0), box("cat", 20)], to: [box("cat", 20), box("dog", 0)])
        #expect(differences.isEmpty)
        #expect(differences.meanOverlapOfMoved == nil)
    }

    @Test func whatWasAddedOneWayWasRemovedTheOther() {
        let one = [box("dog", 0), box("dog", 30)]
        let other = [box("dog", 1), box("cat", 60), box("cat", 90)]
        let there = BoxDifferences(from: one, to: other)
        let back = BoxDifferences(from: other, to: one)
        #expect(there.count(of: .added) == back.count(of: .removed))
        #expect(there.count(of: .removed) == back.count(of: .added))
        #expect(there.count(of: .moved) == back.count(of: .moved))
    }
}

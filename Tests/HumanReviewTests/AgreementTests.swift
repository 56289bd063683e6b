import Annotations
import HumanReview
import TestSupport
import Testing

@Suite struct AgreementTests {
    private func box(_ label: String, _ left: Int) -> LabeledBox {
        LabeledBox(label: label, box: BoundingBox(left: left, top: 0, width: 100, height: 100))
    }

    @Test func nothingMatchedHasNoFigures() {
        var agreement = Agreement()
        agreement.add([box("dog", 0)], [box("dog", 500), box("cat", 700)])
        #expect(agreement.matched.meanOverlap == nil)
        #expect(agreement.labelKappa == nil)
        #expect(agreement.unmatched == 3 && agreement.labels.isEmpty)
    }

    /// The example of Wikipedia's article on Cohen's kappa: 20 and 15 agreed, 5 and 10 not.
    @Test func kappaOfAKnownTable() throws {
        var agreement = Agreement(matched: MatchTotals(count: 50))
        agreement.labels["yes"] = Agreement.LabelCounts(first: 25, second: 30, both: 20)
        agreement.labels["no"] = Agreement.LabelCounts(first: 25, second: 20, both: 15)
        #expect(abs(try #require(agreement.labelKappa) - 0.4) < 1e-12)
    }

    @Test func oneLabelOnBothSidesIsFullAgreement() {
        var agreement = Agreement()
        agreement.add([box("dog", 0), box("dog", 300)], [box("dog", 0), box("dog", 300)])
        #expect(agreement.labelKappa == 1)
        #expect(agreement.matched.meanOverlap == 1)
    }

    @Test(
        "Mean overlap and kappa are those of a Python program of a few lines",
        .enabled(if: Requirement.isMet(Python.isPresent)))
    func equalsAnIndependentComputation() throws {
        var random = SeededGenerator(seed: 5)
        var agreement = Agreement()
        var lines: [String] = []
        for _ in 0..<80 {
            let truth = Scene.objects(using: &random)
            let sides = (0..<2).map { _ in Scene.seen(truth, jitter: 12, using: &random) }
            agreement.add(sides[0], sides[1])
            lines.append(sides.map(Self.text).joined(separator: "|"))
        }
        let figures = try Python.run(Self.program, input: lines.joined(separator: "\n"))
            .split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        try #require(figures.count == 3)
        #expect(agreement.matched.count == Int(figures[0]))
        #expect(abs(try #require(agreement.matched.meanOverlap) - figures[1]) < 1e-12)
        #expect(abs(try #require(agreement.labelKappa) - figures[2]) < 1e-12)
        #expect(figures[2] < 1)
    }

    private static func text(_ boxes: [LabeledBox]) -> String {
        boxes.map { "\($0.label) \($0.box.left) \($0.box.top) \($0.box.right) \($0.box.bottom)" }
            .joined(separator: ",")
    }

    /// Overlaps by counting pixels of masks, to a millionth; kappa by the confusion matrix.
    private static let program = """
        import sys
        def boxes(text):
            rows = [row.split() for row in text.split(",") if row]
            return [(r[0], *map(int, r[1:])) for r in rows]
        def overlap(a, b):
            columns = set(range(a[1], a[3])) & set(range(b[1], b[3]))
            rows = set(range(a[2], a[4])) & set(range(b[2], b[4]))
            shared = len(columns) * len(rows)
            area = lambda c: (c[3] - c[1]) * (c[4] - c[2])
            return shared / (area(a) + area(b) - shared)
        overlaps, table, names = [], {}, set()
        for line in sys.stdin.read().split("\\n"):
            first, second = map(boxes, line.split("|"))
            while True:
                best = max(((overlap(a, b), i, j) for i, a in enumerate(first)
                    for j, b in enumerate(second)), default=(0, 0, 0))
                if best[0] < 0.5: break
                pair = first.pop(best[1])[0], second.pop(best[2])[0]
                names |= set(pair)
                table[pair] = table.get(pair, 0) + 1
                overlaps.append(round(best[0] * 1e6) / 1e6)
        n = sum(table.values())
        po = sum(table.get((k, k), 0) for k in names) / n
        pe = sum(sum(table.get((k, l), 0) for l in names) * sum(table.get((l, k), 0) for l in names)
            for k in names) / n ** 2
        print(n, repr(sum(overlaps) / len(overlaps)), repr((po - pe) / (1 - pe)))
        """
}

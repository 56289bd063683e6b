import Annotations
import HumanReview
import Testing

@Suite struct AnswerFiguresTests {
    private static let dog = LabeledBox(
        label: "dog", box: BoundingBox(left: 0, top: 0, width: 100, height: 100))
    private static let time = Timestamp(milliseconds: 1_700_000_000_000)
    private static let today = WorkerDay.Key(worker: "ana", day: time.day)

    private func answer(
        _ boxes: [LabeledBox], _ kind: CountedAnswer.Kind = .first, isAudit: Bool = false,
        score: Double? = 0.93,
        others: [CountedAnswer.Other] = []
    ) -> CountedAnswer {
        CountedAnswer(
            worker: "ana", submissionTime: Self.time, activeMilliseconds: 5_000, boxes: boxes,
            kind: kind, isAudit: isAudit,
            proposal: CountedAnswer.Proposal(
                modelVersion: "m", score: score, boxes: [Self.dog]), others: others)
    }

    private func figures(_ answers: CountedAnswer...) -> AnswerFigures {
        answers.reduce(into: AnswerFigures()) { $0.add($1) }
    }

    @Test func whatIsAcceptedInBulkIsAcceptedAndNothingElse() {
        let figures = figures(answer([Self.dog], .bulk))
        #expect(figures.days[Self.today] == WorkerDay(accepted: 1))
        #expect(figures.modelMatches.isEmpty && figures.pairs.isEmpty)
        #expect(figures.bands.values.map { [$0.index, $0.accepted, $0.audited] } == [[18, 1, 0]])
    }

    @Test func aCorrectionIsWorkAndNoOpinionOfItsOwn() {
        let cat = LabeledBox(label: "cat", box: Self.dog.box)
        let figures = figures(answer([cat], .correction(ofBulk: true)))
        #expect(figures.days[Self.today] == WorkerDay(answers: 1, activeMilliseconds: 5_000))
        #expect(figures.bands.values.map(\.corrected) == [1])
        #expect(figures.modelMatches.isEmpty && figures.pairs.isEmpty)
        let unchanged = self.figures(answer([Self.dog], .correction(ofBulk: true)))
        #expect(unchanged.bands.isEmpty)
    }

    @Test func whatWasImportedIsNobodysWork() {
        #expect(figures(answer([Self.dog], .imported)) == AnswerFigures())
    }

    @Test func anUnchangedAnswerIsCompared() {
        let figures = figures(answer([Self.dog]))
        #expect(
            figures.days[Self.today]
                == WorkerDay(answers: 1, activeMilliseconds: 5_000, compared: 1, unchanged: 1))
        #expect(figures.bands.isEmpty, "no audit")
    }

    @Test(arguments: [(100, false), (90, false), (81, false), (79, true), (40, true)])
    func anAuditIsWrongFromAnOverlapOfFourFifthsDown(width: Int, isWrong: Bool) {
        let moved = LabeledBox(
            label: "dog", box: BoundingBox(left: 0, top: 0, width: width, height: 100))
        let band = figures(answer([moved], isAudit: true)).bands.values.first
        #expect(band?.audited == 1)
        #expect(band?.auditErrors == (isWrong ? 1 : 0))
    }

    @Test func relabelledRemovedAndAddedAreTheModelsErrors() {
        let cat = LabeledBox(label: "cat", box: Self.dog.box)
        let far = LabeledBox(
            label: "dog", box: BoundingBox(left: 300, top: 0, width: 50, height: 50))
        for boxes in [[cat], [], [Self.dog, far]] {
            #expect(figures(answer(boxes, isAudit: true)).bands.values.first?.auditErrors == 1)
        }
        let matches = figures(answer([cat]), answer([]), answer([Self.dog, far])).modelMatches
        let counts = Dictionary(
            uniqueKeysWithValues: matches.map { ($0.key.labels, $0.value.count) })
        #expect(
            counts == [
                LabelPair("dog", "cat"): 1, LabelPair("dog", nil): 1, LabelPair("dog", "dog"): 1,
                LabelPair(nil, "dog"): 1,
            ])
    }

    @Test func aPairOfWorkersIsOnePairWhoeverWasFirst() throws {
        let cat = LabeledBox(label: "cat", box: Self.dog.box)
        let early = CountedAnswer.Other(worker: "Zoe", boxes: [cat])
        let figures = figures(answer([Self.dog], others: [early]))
        let pair = AnswerFigures.WorkerPair(first: "Zoe", second: "ana")
        let agreement = try #require(figures.pairs[pair])
        #expect(agreement.loops == 1 && agreement.matched.count == 1)
        #expect(
            agreement.labels == [
                "cat": Agreement.LabelCounts(first: 1), "dog": Agreement.LabelCounts(second: 1),
            ])
    }

    @Test func theModelIsTheSecondOfItsPair() throws {
        let cat = LabeledBox(label: "cat", box: Self.dog.box)
        let far = LabeledBox(
            label: "dog", box: BoundingBox(left: 300, top: 0, width: 50, height: 50))
        let pair = AnswerFigures.WorkerPair(first: "ana", second: nil)
        let agreement = try #require(figures(answer([cat, far])).pairs[pair])
        #expect(agreement.unmatched == 1)
        #expect(
            agreement.matched == MatchTotals(count: 1, unmoved: 1, overlapMillionths: 1_000_000))
        #expect(
            agreement.labels == [
                "cat": Agreement.LabelCounts(first: 1), "dog": Agreement.LabelCounts(second: 1),
            ])
    }
}

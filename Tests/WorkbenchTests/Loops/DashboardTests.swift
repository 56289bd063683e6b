import Annotations
import HumanReview
import Screen
import Testing
import Workbench

@Suite struct DashboardTests {
    static let sizes = [
        CellSize(columns: 80, rows: 24), CellSize(columns: 120, rows: 36),
        CellSize(columns: 200, rows: 60),
    ]

    private func lead(_ size: CellSize, _ event: DashboardEvent? = .figures(.example)) -> Reviewer {
        var lead = Reviewer([.example()], size: size)
        lead.press("g l")
        if let event { lead.send(.loops(.dashboard(event))) }
        return lead
    }

    @Test(arguments: sizes) func everyPageOfFigures(size: CellSize) throws {
        var lead = lead(size)
        var pages: [String] = []
        while !pages.contains(lead.screen.joined(separator: "\n")) {
            pages.append(lead.screen.joined(separator: "\n"))
            lead.press("]")
        }
        for (number, page) in pages.enumerated() {
            try expectGolden(
                page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
                "figures-\(size.columns)x\(size.rows)-\(number + 1)")
        }
        #expect(pages.count == (size.columns == 200 ? 1 : size.columns == 120 ? 2 : 5))
    }

    /// As many classes as there is room for without another page, and how many more there are.
    @Test(arguments: sizes, [9, 20, 40, 200])
    func classesAreShownWhereTheyFit(size: CellSize, count: Int) throws {
        var records = LeadFigures.exampleRecords
        records.answers.modelMatches = [:]
        for label in (100..<100 + count).map({ "class-\($0)" }) {
            records.answers.modelMatches[
                AnswerFigures.ModelMatch(
                    modelVersion: "street-2", labels: LabelPair(label, label))] = MatchTotals(
                    count: 70)
        }
        var lead = lead(size, .figures(LeadFigures(records)))
        for _ in 0..<8 where !lead.screen.contains(where: { $0.contains("People on") }) {
            lead.press("]")
        }
        let title = try #require(
            lead.screen.first { $0.contains("People on the boxes of street-2") })
        let shown = lead.screen.count { $0.contains(/class-... +0 +70/) }
        let isAll = size.columns > 80 && count <= 20
        #expect(shown == count || title.contains("\(count - shown) more class"))
        #expect(isAll ? shown == count : shown >= 8)
    }

    @Test func anEmptyStoreSaysWhatIsMissing() throws {
        try expectGolden(lead(Self.sizes[1], .figures(.nothing)).screen, "figures-empty-120x36")
    }

    @Test func beforeTheFirstFiguresThereIsAWordAndTheFooterIsBusy() {
        let lead = lead(Self.sizes[0], nil)
        #expect(lead.screen.contains { $0.contains("Reading the figures") })
        #expect(lead.state.isBusy)
    }

    @Test func whatCannotBeReadIsSaidWithItsCause() {
        let lead = lead(
            Self.sizes[0],
            .failed(.storage(path: "/w/.loopbox/store.sqlite", reason: "disk I/O error")))
        #expect(lead.screen.contains { $0.contains("The figures could not be read") })
        #expect(lead.screen.contains { $0.contains("disk I/O error") })
        #expect(!lead.state.isBusy)
    }

    @Test func olderFiguresStayWhenNewOnesCannotBeRead() {
        var lead = lead(Self.sizes[1])
        lead.send(.loops(.dashboard(.failed(.storage(path: "/w", reason: "disk I/O error")))))
        #expect(lead.screen.contains { $0.contains("1,234,567") })
        #expect(lead.screen.contains { $0.contains("disk I/O error") })
    }

    @Test func figuresAreAskedForOnceASecondAndNeverTwiceAtATime() {
        var lead = lead(Self.sizes[0], nil)
        func asked() -> Int {
            lead.effects.count {
                if case .loops(.dashboard(.readFigures)) = $0 { true } else { false }
            }
        }
        #expect(asked() == 1)
        lead.pass(milliseconds: 5_000)
        #expect(asked() == 1, "the first answer has not come")
        lead.send(.loops(.dashboard(.figures(.example))))
        #expect(asked() == 2)
        lead.send(.loops(.dashboard(.figures(.example))))
        lead.pass(milliseconds: 400)
        #expect(asked() == 2)
        lead.pass(milliseconds: 700)
        #expect(asked() == 3)
        lead.send(.loops(.dashboard(.figures(.example))))
        lead.press("g r")
        lead.pass(milliseconds: 5_000)
        #expect(asked() <= 4, "nobody looks at them")
    }

    @Test func aRowOpensTheLoopsBehindIt() {
        var lead = lead(Self.sizes[1])
        lead.press("Enter")
        #expect(lead.state.loops.mode == .list)
        #expect(lead.state.loops.list.field.text == "state:inprogress")
    }

    @Test func everyRowsFilterIsOneOfTheListsLanguage() {
        var filters: [String] = []
        for row in 0..<60 {
            var lead = lead(Self.sizes[2])
            for _ in 0..<row { lead.press("j") }
            lead.press("Enter")
            guard lead.state.loops.mode == .list else { continue }
            filters.append(lead.state.loops.list.field.text)
            #expect(lead.state.loops.list.mistake == nil, "\(filters.last ?? "")")
        }
        #expect(filters.contains("reason:audit score>=0.90 score<0.95"))
        #expect(filters.contains("worker:benjamin-longname"))
        #expect(filters.contains("state:inprogress age>1440min"))
        #expect(filters.contains("label:dog model:street-2"))
    }

    @Test func aClickSelectsAndAnotherOpens() {
        var lead = lead(Self.sizes[1])
        let line = lead.screen.firstIndex { $0.contains("Completed") } ?? 0
        lead.mouse(.press(.left), (30, line * 16 - 16 + 4))
        #expect(lead.state.loops.mode == .dashboard)
        lead.mouse(.press(.left), (30, line * 16 - 16 + 4))
        #expect(lead.state.loops.list.field.text == "state:completed")
    }

    @Test func theMeaningOfTheSelectedFigureIsAlwaysThere() {
        var lead = lead(Self.sizes[1])
        #expect(lead.screen.contains { $0.contains("Loops by state: Every loop has one state") })
        lead.press("] ]")
        #expect(lead.screen.contains { $0.contains("page 2 of 2") })
    }
}

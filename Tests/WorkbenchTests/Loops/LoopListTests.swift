import HumanReview
import Screen
import Testing
import Workbench

/// The list of loops: what is read, filtered and shown.
@Suite struct LoopListTests {
    @Test(arguments: [(80, 24), (120, 36), (200, 60)])
    func theList(columns: Int, rows: Int) throws {
        var lea = Lead.atLoops(100, size: CellSize(columns: columns, rows: rows))
        lea.press("j Space v j j")
        try expectGolden(lea.screen, "loops-\(columns)x\(rows)")
    }

    @Test func resultsComeAsOneTypesAndAMistakeIsPointedAt() throws {
        var lea = Lead.atLoops()
        lea.press("/")
        lea.type("label:person -stat")
        #expect(lea.list.count?.number == 20)
        lea.type(":x")
        #expect(lea.list.mistake?.column == 14)
        #expect(lea.list.count?.number == 20)
        try expectGolden(lea.screen, "loops-mistake-120x36")
        lea.press("Ctrl+W")
        #expect(lea.list.mistake == nil)
        lea.press("Enter Down")
        #expect(lea.list.cursor == 1)
    }

    @Test func escapeLeavesTheLastFilterThatWasOne() {
        var lea = Lead.atLoops()
        lea.press("/")
        lea.type("state:failed score<x")
        #expect(lea.list.mistake != nil)
        lea.press("Esc")
        // Before its comparison was typed, the key was a word to search for.
        #expect(lea.list.field.text == "state:failed score")
        #expect(lea.list.rows.allSatisfy { $0.loop.status == .failed })
    }

    @Test func whatAnswersAnEarlierFilterIsDropped() {
        var lea = Lead.atLoops()
        lea.holdsAnswers = true
        lea.press("/")
        lea.type("label:cat")
        lea.holdsAnswers = false
        lea.answerWaiting()
        #expect(lea.list.rows.count == 20)
        #expect(lea.list.count == LoopCount(20, isExact: true))
        #expect(!lea.list.isBusy)
    }

    @Test func furtherRowsAreReadBeforeTheyAreReached() {
        var lea = Lead.atLoops(350)
        #expect(lea.list.rows.count == 100)
        for _ in 0..<4 { lea.press("PageDown") }
        #expect(lea.list.rows.count == 200)
        lea.press("G G G")
        #expect(lea.list.rows.count == 350)
        #expect(lea.list.cursor == 349)
        lea.press("g g")
        #expect(lea.list.cursor == 0)
    }

    @Test func filtersAreSavedAndTaken() {
        var lea = Lead.atLoops()
        lea.press("/")
        lea.type("state:stopped sort:-age")
        lea.press("Enter m s")
        lea.type("left")
        lea.press("Enter")
        #expect(lea.saved == [SavedFilter(name: "left", text: "state:stopped sort:-age")])
        lea.press("/ Ctrl+U Enter m Enter")
        #expect(lea.list.field.text == "state:stopped sort:-age")
        #expect(lea.list.filter.order == .oldestFirst)
        lea.press("m d")
        #expect(lea.saved.isEmpty)
    }

    @Test func theSortGoesRoundAndShowsInTheFilter() {
        var lea = Lead.atLoops()
        lea.press("o")
        #expect(lea.list.field.text == "sort:-age")
        lea.press("o o o")
        #expect(lea.list.field.text == "")
    }

    @Test func otherPeoplesChangesAreSeenWithoutLosingThePlace() {
        var lea = Lead.atLoops()
        lea.press("j j j")
        lea.rows.remove(at: 0)
        lea.pass(milliseconds: 6_000)
        #expect(lea.list.current?.loop.name == "loop-3")
        #expect(lea.list.rows.count == 39)
    }

    @Test func emptyFailedAndLoadingHaveTheirScreens() throws {
        var empty = Lead.atLoops(0, size: CellSize(columns: 80, rows: 24))
        try expectGolden(empty.screen, "loops-empty-80x24")
        empty.press("/")
        empty.type("label:zebra")
        #expect(empty.screen.contains { $0.contains("No loop is left at  label:zebra") })
        #expect(!empty.screen.contains { $0.contains("There is no class") })
        empty.unknown = UnknownName("class", "zebr", among: ["horse", "zebra"])
        empty.press("Backspace")
        #expect(
            empty.screen.contains {
                $0.contains("There is no class 'zebr' here; did you mean 'zebra'?")
            })
        var failed = Lead([], size: CellSize(columns: 80, rows: 24))
        failed.failure = .storage(path: "/w/store.sqlite", reason: "not an intact store")
        failed.start()
        #expect(failed.screen.contains { $0.contains("The loops could not be read") })
        var loading = Lead([], size: CellSize(columns: 80, rows: 24))
        loading.holdsAnswers = true
        loading.start()
        #expect(loading.screen.contains { $0.contains("Loading loops") })
        #expect(loading.state.isBusy)
    }
}

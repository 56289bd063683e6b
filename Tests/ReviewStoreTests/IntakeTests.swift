import GRDB
import HumanReview
import Testing

@testable import ReviewStore

@Suite struct IntakeTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let ann = Worker(name: "ann")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    private func add(_ name: String, _ scores: [Double]?, sha: String? = nil) throws
        -> IntakeOutcome?
    {
        var image = TemporaryWorkspace.image(name, scores: scores)
        if let sha { image.sha256 = sha }
        return try store.add([image], at: TemporaryWorkspace.time).first
    }

    @Test func addingTwiceChangesNothing() throws {
        _ = try add("a", [0.3])
        _ = try add("b", [0.9])
        _ = try add("c", nil)
        let before = try store.status(at: TemporaryWorkspace.time)
        for (name, scores) in [("a", [0.3]), ("b", [0.9]), ("c", nil), ("a", nil)] {
            #expect(try add(name, scores) == .unchanged)
        }
        #expect(try store.status(at: TemporaryWorkspace.time) == before)
        #expect(before.images == 3)
        #expect(before.confident == 1)
        #expect(before.waiting == 2)
    }

    @Test func theSamePathWithOtherBytesIsAProblemToldOnce() throws {
        _ = try add("a", [0.3])
        guard case .problem(_, isNew: true) = try add("a", [0.3], sha: "other"),
            case .problem(_, isNew: false) = try add("a", [0.3], sha: "other")
        else {
            Issue.record("not told once")
            return
        }
        #expect(try store.next(ann)?.loop.image.sha256 == "sha-of-a")
        #expect(try store.problems(limit: 9).map(\.path) == ["/photos/a.jpg"])
        #expect(try store.status(at: TemporaryWorkspace.time).problems == 1)
    }

    @Test func aLaterPredictionIsTakenWhileNobodyHasOpenedTheLoop() throws {
        _ = try add("a", nil)
        _ = try add("b", nil)
        guard case .loop(let name) = try add("a", [0.4]) else {
            Issue.record("no loop")
            return
        }
        #expect(try add("b", [0.9]) == .confident)
        #expect(try store.loops(limit: 9).map(\.name) == [name])
        #expect(try store.next(ann)?.initialBoxes.count == 1)
        #expect(try store.integrityProblems() == [])
    }

    @Test func aLaterPredictionDoesNotDisturbAReview() throws {
        _ = try add("a", nil)
        let task = try #require(try store.next(ann))
        try store.end(try #require(task.lease), .release)
        guard case .problem(let reason, isNew: true) = try add("a", [0.4]) else {
            Issue.record("taken")
            return
        }
        #expect(reason.contains("after the review had begun"))
        #expect(try store.next(ann)?.loop.name == task.loop.name)
    }

    @Test func anotherPredictionIsAProblem() throws {
        _ = try add("a", [0.4])
        guard case .problem(let reason, isNew: true) = try add("a", [0.45]) else {
            Issue.record("taken")
            return
        }
        #expect(reason.contains("another prediction"))
        #expect(try store.next(ann)?.loop.score == 0.4)
    }

    @Test func aFileThatWasPutRightIsNoProblemAnyMore() throws {
        let problem = InputProblem(
            path: "/photos/a.jpg", reason: "truncated", time: TemporaryWorkspace.time)
        #expect(try store.record([problem, problem]) == [true, false])
        _ = try add("a", nil)
        #expect(try store.problems(limit: 9).isEmpty)
        #expect(try store.integrityProblems() == [])
    }

    @Test func aPhotoThatCannotBeShownIsRecordedOnce() throws {
        _ = try add("a", [0.3])
        let task = try #require(try store.next(ann))
        for milliseconds in [1, 2] as [Int64] {
            try store.record([
                InputProblem(
                    path: task.loop.image.path, reason: "vanished; put it back",
                    time: Timestamp(milliseconds: milliseconds))
            ])
        }
        #expect(
            try store.problems(limit: 9) == [
                InputProblem(
                    path: "/photos/a.jpg", reason: "vanished; put it back",
                    time: Timestamp(milliseconds: 1))
            ])
        #expect(try store.status(at: TemporaryWorkspace.time).problems == 1)
        try store.renew(try #require(task.lease))
    }

    @Test func onlyProblemsOfTheKindThatIsOverAreForgotten() throws {
        let problems = [
            ("/a.jpg", "gone: no"), ("/a.jpg", "changed"), ("/b.jpg", "gone: no"),
            ("/c.jpg", "as if gone: no"),
        ].map { InputProblem(path: $0, reason: $1, time: TemporaryWorkspace.time) }
        try store.record(problems)
        try store.forgetProblems(of: ["/a.jpg", "/c.jpg", "/d.jpg"], beginningWith: "gone:")
        #expect(Set(try store.problems(limit: 9)) == Set(problems.dropFirst()))
        #expect(try store.status(at: TemporaryWorkspace.time).problems == 3)
    }

    /// Reasons once began with the path, which is told beside them.
    @Test func problemsOfEarlierStoresAreKeptOnceAndWithoutTheirPath() throws {
        let earlier = try EarlierStore.make(
            upTo: "15 watchers of what is taken back", in: temporary.workspace, tables: [],
            from: store)
        try earlier.write { db in
            try db.execute(
                sql: """
                    INSERT INTO problems (path, reason, time) VALUES
                        ('/a.jpg', '/a.jpg: vanished', 1), ('/b.jpg', '/b.jpg: damaged', 2),
                        ('/c_jpg', '/cxjpg: vanished', 3), ('/a.jpg', 'vanished', 4),
                        ('/b.jpg', '/a.jpg: damaged', 5);
                    """)
        }
        try Schema.migrator.migrate(earlier)
        let kept = try earlier.read { db in
            try String.fetchAll(
                db, sql: "SELECT path || ' ' || reason || ' ' || time FROM problems ORDER BY time")
        }
        #expect(
            kept == [
                "/a.jpg vanished 1", "/b.jpg damaged 2", "/c_jpg /cxjpg: vanished 3",
                "/b.jpg /a.jpg: damaged 5",
            ])
        let count = try earlier.read { db in
            try Int.fetchOne(db, sql: "SELECT count FROM tallies WHERE name = 'problems'")
        }
        #expect(count == 4)
    }

    @Test(arguments: [Double.nan, .infinity])
    func numbersThatAreNoneAreProblems(score: Double) throws {
        guard case .problem(_, isNew: true) = try add("a", [0.3, score]) else {
            Issue.record("taken")
            return
        }
        #expect(try store.status(at: TemporaryWorkspace.time).images == 0)
    }

    @Test func pagesOfLoopsFollowEachOther() throws {
        for number in 0..<7 { _ = try add("\(number)", nil) }
        var seen: [String] = []
        while true {
            let page = try store.loops(status: .inProgress, after: seen.last, limit: 3)
            if page.isEmpty { break }
            seen += page.map(\.name)
        }
        #expect(seen.count == 7)
        #expect(try seen == store.loops(limit: 100).map(\.name))
        #expect(throws: ReviewError.unknownLoop("nobody")) {
            try store.loops(after: "nobody", limit: 3)
        }
    }

    @Test func throughputCountsWhatWasCompletedInTime() throws {
        for number in 0..<3 { _ = try add("\(number)", nil) }
        let hour: Int64 = 3_600_000
        for hours in [Int64(0), 2, 30] {
            let task = try #require(try store.next(ann))
            let time = Timestamp(
                milliseconds: TemporaryWorkspace.time.milliseconds + hours * hour)
            _ = try store.submit(task.answer(by: ann, at: time), under: try #require(task.lease))
        }
        let now = Timestamp(milliseconds: TemporaryWorkspace.time.milliseconds + 2 * hour + 1)
        let status = try store.status(at: now)
        #expect(status.completedInLastHour == 1)
        #expect(status.completedInLastDay == 2)
        #expect(status.loops[.completed] == 3)
        var outputs: [String] = []
        try store.forEachFinalAnswer { outputs.append($0.loop) }
        #expect(try outputs == store.loops(status: .completed, limit: 9).map(\.name))
    }
}

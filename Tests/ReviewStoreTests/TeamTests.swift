import HumanReview
import ReviewStore
import Testing

@Suite struct TeamTests {
    let temporary: TemporaryWorkspace
    let store: SQLiteReviewStore
    let time = TemporaryWorkspace.time
    let lea = Worker(name: "lea")
    let ann = Worker(name: "ann")
    let bob = Worker(name: "bob")

    init() throws {
        temporary = try TemporaryWorkspace()
        store = try temporary.store()
    }

    /// A lead and two reviewers.
    private func list() throws {
        _ = try store.add(ann, as: .reviewer, by: lea, at: time)
        _ = try store.add(bob, as: .reviewer, by: lea, at: time)
    }

    private func refusal(_ permission: Permission, of worker: Worker) -> ReviewError {
        .notPermitted(worker: worker, permission, allowed: [lea])
    }

    @Test func whoAddsTheFirstWorkerIsALead() throws {
        let added = try store.add(ann, as: .reviewer, by: lea, at: time)
        #expect(added.map(\.worker) == [ann, lea])
        #expect(try store.workers().map(\.role) == [.reviewer, .lead])
        let other = try TemporaryWorkspace().store()
        #expect(try other.add(lea, as: .reviewer, by: lea, at: time).map(\.role) == [.lead])
    }

    @Test func onlyLeadsChangeWorkersAndTeams() throws {
        try list()
        let refused = refusal(.manageTeams, of: ann)
        #expect(throws: refused) {
            try store.add(Worker(name: "eve"), as: .lead, by: ann, at: time)
        }
        #expect(throws: refused) { try store.setRole(.lead, of: ann, by: ann) }
        #expect(throws: refused) { try store.remove(lea, by: ann) }
        #expect(throws: refused) { try store.createTeam("t", by: ann, at: time) }
        #expect(throws: refused) { try store.setTaskCount(3, ofFlow: "objects", by: ann) }
        #expect(refused.description == "ann may not change workers and teams; ask lea")
        try store.setRole(.lead, of: ann, by: lea)
        try store.createTeam("t", by: ann, at: time)
        #expect(try store.teams().map(\.name) == ["t"])
    }

    @Test func whatARoleDoesNotAllowIsKnownBefore() throws {
        #expect(try store.refusals(of: ann).isEmpty, "everybody may do everything")
        try list()
        let refusals = try store.refusals(of: ann)
        #expect(refusals[.review] == nil)
        #expect(refusals[.accept] == refusal(.accept, of: ann))
        #expect(refusals[.sendBack] == refusal(.sendBack, of: ann))
        try store.setRole(.annotator, of: ann, by: lea)
        #expect(try store.refusals(of: ann)[.accept] == nil)
        #expect(try store.refusals(of: lea).isEmpty)
    }

    @Test func theLastLeadStays() throws {
        try list()
        #expect(throws: ReviewError.self) { try store.remove(lea, by: lea) }
        #expect(throws: ReviewError.self) { try store.setRole(.annotator, of: lea, by: lea) }
        try store.setRole(.lead, of: ann, by: lea)
        try store.remove(lea, by: ann)
        #expect(try store.workers().map(\.worker) == [ann, bob])
    }

    @Test func whoIsNotListedMayDoNothing() throws {
        try list()
        _ = try store.add([TemporaryWorkspace.image("a")], at: time)
        let eve = Worker(name: "eve")
        let refused = ReviewError.notPermitted(worker: eve, .review, allowed: [ann, bob, lea])
        #expect(throws: refused) { try store.next(eve) }
        let name = try #require(try store.loops(limit: 1).first?.name)
        let seen = try store.open(name, for: eve, at: time)
        #expect(seen.lease == nil)
        #expect(seen.refusal == refused)
        #expect(throws: ReviewError.self) { try store.deploy("m", by: ann, at: time) }
        #expect(throws: refusal(.deploy, of: ann)) { try store.rollBack(by: ann, at: time) }
    }

    @Test func whoWasTakenOffTheListWritesNoMore() throws {
        try list()
        _ = try store.add([TemporaryWorkspace.image("a")], at: time)
        let task = try #require(try store.next(ann))
        let lease = try #require(task.lease)
        try store.append([Edit(kind: .open, worker: ann, time: time)], at: 0, under: lease)
        try store.remove(ann, by: lea)
        #expect(throws: ReviewError.self) {
            try store.append([Edit(kind: .activity, worker: ann, time: time)], at: 1, under: lease)
        }
        #expect(throws: ReviewError.self) {
            try store.submit(task.answer(by: ann, at: time), under: lease)
        }
        // The task is bob's now, with what ann had done.
        #expect(try store.next(bob)?.journal.count == 1)
    }

    @Test func aFlowsLoopsAreGivenToItsTeamOnly() throws {
        try list()
        _ = try store.add([TemporaryWorkspace.image("a")], at: time)
        try store.createTeam("street", by: lea, at: time)
        #expect(throws: ReviewError.self) {
            try store.add([ann, Worker(name: "eve")], toTeam: "street", by: lea)
        }
        #expect(try store.teams().first?.members == [])
        try store.add([ann], toTeam: "street", by: lea)
        try store.setTeam("street", ofFlow: "objects", by: lea)
        #expect(try store.flow()?.team == "street")
        let refused = ReviewError.notInTeam(worker: bob, team: "street", leads: [lea])
        #expect(throws: refused) { try store.next(bob) }
        #expect(
            refused.description
                == "bob is not in the team street, whose members answer these loops; ask lea")
        #expect(try store.summary(for: bob).waiting == 0)
        #expect(try store.upcoming(for: bob, limit: 5).isEmpty)
        let name = try #require(try store.loops(limit: 1).first?.name)
        let seen = try store.open(name, for: bob, at: time)
        #expect((seen.lease, seen.refusal) == (nil, refused))
        // A lead may open every loop, but is given none.
        #expect(throws: ReviewError.notInTeam(worker: lea, team: "street", leads: [lea])) {
            try store.next(lea)
        }
        let opened = try store.open(name, for: lea, at: time)
        try store.end(try #require(opened.lease), .release)
        #expect(try store.next(ann)?.loop.name == name)
        #expect(throws: ReviewError.self) { try store.deleteTeam("street", by: lea) }
        try store.setTeam(nil, ofFlow: "objects", by: lea)
        try store.deleteTeam("street", by: lea)
        #expect(try store.teams().isEmpty)
    }
}

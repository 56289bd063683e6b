import GRDB
import HumanReview

/// Which flows' loops a worker is given: those without a team, and those of the worker's teams.
struct FlowAccess {
    let worker: Worker
    let db: Database

    /// The keys of the flows whose loops are others', as a JSON array for a query.
    var barredFlows: String {
        get throws {
            "[" + (try barred.map { String($0.flow) }.joined(separator: ",")) + "]"
        }
    }

    /// Refuses a worker who is given no flow's loops.
    ///
    /// - Throws: ``ReviewError/notInTeam(worker:team:leads:)``.
    func requireSomeFlow() throws {
        let barred = try barred
        let flows = try Int.fetchOne(db, cached: "SELECT COUNT(*) FROM flows") ?? 0
        if let first = barred.first, barred.count >= flows { throw try refusal(first.team) }
    }

    /// Refuses a worker who is not given the flow's loops; a lead may open every loop.
    ///
    /// - Throws: ``ReviewError/notInTeam(worker:team:leads:)``.
    func requireOpening(flow: Int64) throws {
        guard let team = try barred.first(where: { $0.flow == flow })?.team else { return }
        let role = try TeamRoster(db: db).listedRole(of: worker)
        if role != .lead { throw try refusal(team) }
    }

    private struct Barred {
        let flow: Int64
        let team: String
    }

    private var barred: [Barred] {
        get throws {
            try Row.fetchAll(
                db,
                cached: """
                    SELECT flows.id, teams.name FROM flows JOIN teams ON teams.id = flows.team_id
                    WHERE NOT EXISTS (
                        SELECT 1 FROM team_members
                        WHERE team_members.team_id = flows.team_id AND worker = ?)
                    ORDER BY flows.id
                    """, arguments: [worker.name]
            ).map { Barred(flow: $0["id"], team: $0["name"]) }
        }
    }

    private func refusal(_ team: String) throws -> ReviewError {
        .notInTeam(
            worker: worker, team: team,
            leads: try WorkerPermissions(db: db).workers(from: .lead))
    }
}

import GRDB
import HumanReview

/// Who may do what, asked inside the transaction that does it.
///
/// In a workspace that lists no workers everybody may do everything; in one that does, those who are not
/// listed may do nothing.
struct WorkerPermissions {
    let db: Database

    /// How many of those who may are named in a refusal.
    private static let namedInRefusal = 5

    /// The role of a worker; nil for one who is not listed where others are.
    func role(of worker: Worker) throws -> WorkerRole? {
        let role = try String.fetchOne(
            db, cached: "SELECT role FROM workers WHERE name = ?", arguments: [worker.name])
        if let role { return WorkerRole(rawValue: role) }
        let isListing = try Int.fetchOne(db, cached: "SELECT EXISTS (SELECT 1 FROM workers)")
        return isListing == 0 ? .lead : nil
    }

    /// Refuses what a worker's role does not allow.
    ///
    /// - Throws: ``ReviewError/notPermitted(worker:_:allowed:)``.
    func require(_ permission: Permission, of worker: Worker) throws {
        if let role = try role(of: worker), role >= permission.role { return }
        throw ReviewError.notPermitted(
            worker: worker, permission, allowed: try workers(from: permission.role))
    }

    /// Some of those whose role is at least the given one.
    func workers(from least: WorkerRole) throws -> [Worker] {
        let roles = WorkerRole.allCases.filter { $0 >= least }.map { "'\($0.rawValue)'" }
        return try String.fetchAll(
            db,
            cached: """
                SELECT name FROM workers WHERE role IN (\(roles.joined(separator: ", ")))
                ORDER BY name LIMIT \(Self.namedInRefusal)
                """
        ).map(Worker.init(name:))
    }
}

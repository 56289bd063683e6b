import Glibc
import GRDB
import HumanReview

/// Turns SQLite's failures into ``ReviewError``.
enum DatabaseFailure {
    /// Runs `body` and reports what it throws as a failure of the database at `path`.
    static func reporting<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ReviewError {
            throw error
        } catch let error as DatabaseError {
            throw self.error(path: path, error)
        } catch let error as StoredTextError {
            throw ReviewError.storage(path: path, reason: "\(error); run 'loopbox doctor'")
        }
    }

    private static func error(path: String, _ error: DatabaseError) -> ReviewError {
        switch error.resultCode {
        case .SQLITE_FULL: .full(path: path)
        // SQLite knows only some calls' ENOSPC as such; the shared-memory file's is not among them.
        case .SQLITE_IOERR: isFull(path) ? .full(path: path) : other(path, error)
        case .SQLITE_CANTOPEN:
            isFull(path)
                ? .full(path: path)
                : .storage(
                    path: path,
                    reason:
                        "the store cannot be opened; check that it is a file and its permissions")
        case .SQLITE_BUSY:
            .storage(path: path, reason: "another process kept the store busy; try again")
        case .SQLITE_READONLY:
            .storage(path: path, reason: "cannot be written; check the permissions and try again")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            .storage(path: path, reason: "not an intact store; run 'loopbox doctor'")
        default: other(path, error)
        }
    }

    private static func other(_ path: String, _ error: DatabaseError) -> ReviewError {
        .storage(path: path, reason: error.message ?? "SQLite result \(error.resultCode.rawValue)")
    }

    private static func isFull(_ path: String) -> Bool {
        var status = statvfs()
        let directory = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        return statvfs(directory, &status) == 0 && status.f_bavail == 0
    }
}

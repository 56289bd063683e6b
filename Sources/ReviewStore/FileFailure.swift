import Foundation
import HumanReview

/// Turns failures of files and of SQLite into ``ReviewError``.
enum FileFailure {
    /// Runs `body` and reports what it throws as a failure of the file at `path`.
    static func reporting<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ReviewError {
            throw error
        } catch {
            throw self.error(path: path, error)
        }
    }

    /// The failure of a system call that has just set `errno`.
    static func systemCall(_ path: String, code: Int32 = errno) -> ReviewError {
        switch code {
        // A limit on the size of files shows as EFBIG.
        case ENOSPC, EDQUOT, EFBIG: .full(path: path)
        default: .storage(path: path, reason: String(cString: strerror(code)))
        }
    }

    private static func error(path: String, _ error: any Error) -> ReviewError {
        let cause = error as NSError
        let underlying = cause.userInfo[NSUnderlyingErrorKey] as? NSError
        for candidate in [underlying, cause].compactMap({ $0 })
        where candidate.domain == NSPOSIXErrorDomain {
            return systemCall(path, code: Int32(clamping: candidate.code))
        }
        return .storage(path: path, reason: cause.localizedDescription)
    }
}

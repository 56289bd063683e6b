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
        default:
            .storage(path: path, reason: "\(String(cString: strerror(code))); \(nextStep(code))")
        }
    }

    private static func nextStep(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "check the permissions of it and of the directories above"
        case EROFS: "the file system cannot be written to; mount it for writing"
        case ENOENT, ENOTDIR: "check that the directory it is to be in exists"
        case EIO: "the disk failed; see the system's log, and copy the workspace elsewhere"
        case EMFILE, ENFILE: "too many files are open; close programs and try again"
        default: "put that right and try again"
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

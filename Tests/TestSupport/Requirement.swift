import Foundation

/// Whether a test that needs something beside the repository is to run.
package enum Requirement {
    /// True when it is there, and with `LOOPBOX_SKIP_NOTHING` set in any case: what is missing then
    /// fails the test instead of hiding it.
    package static func isMet(_ isPresent: Bool) -> Bool {
        isPresent || ProcessInfo.processInfo.environment["LOOPBOX_SKIP_NOTHING"] != nil
    }
}

import Glibc

/// A system call that failed, with what the system says of it.
nonisolated struct SystemFailure: Error, CustomStringConvertible {
    let operation: String
    let number: CInt

    /// The failure of the call just made.
    init(doing operation: String) {
        self.operation = operation
        number = errno
    }

    var description: String { "\(operation): \(String(cString: strerror(number)))" }
}

internal import COneDNN

/// What oneDNN would not do, and why.
package struct OneDNNError: Error, Equatable, CustomStringConvertible {
    /// oneDNN's own word for the failure, such as `invalid_arguments` or `out_of_memory`.
    package let status: String
    /// What was being made or run.
    package let attempt: String

    /// An error.
    package init(status: String, attempt: String) {
        self.status = status
        self.attempt = attempt
    }

    package var description: String { "oneDNN could not \(attempt): \(status)" }

    /// Throws when a call failed.
    static func check(
        _ status: dnnl_status_t, _ attempt: @autoclosure () -> String
    ) throws(OneDNNError) {
        guard status != dnnl_success else { return }
        let name = dnnl_status2str(status).map { String(cString: $0) } ?? "\(status.rawValue)"
        throw OneDNNError(status: name, attempt: attempt())
    }

    /// What a call made, unless it failed.
    static func made<Handle>(
        _ handle: Handle?, _ status: dnnl_status_t, _ attempt: @autoclosure () -> String
    ) throws(OneDNNError) -> Handle {
        try check(status, attempt())
        guard let handle else { throw OneDNNError(status: "no result", attempt: attempt()) }
        return handle
    }
}

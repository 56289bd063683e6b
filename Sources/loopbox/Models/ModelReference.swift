import Glibc
import ReviewStore

/// What a person calls a model: a version's name or the beginning of its name or digest, a file, or
/// nothing for the version in service.
nonisolated struct ModelReference {
    /// As few characters as tell digests apart in practice.
    private static let shortestPrefix = 4

    /// A model that was found.
    struct Resolved {
        /// The artifact's file.
        var path: String
        /// Nil for a file that is not a workspace's version.
        var version: ModelVersion?

        /// What predictions are known by.
        var name: String {
            version?.name ?? path.split(separator: "/").last.map(String.init) ?? path
        }
    }

    /// As the person wrote it.
    let text: String?

    init(_ text: String?) { self.text = text }

    /// The model; a version of the workspace before a file of the same name.
    ///
    /// - Parameter open: the workspace, or nil outside of one.
    /// - Returns: its file, and its version when it is one.
    /// - Throws: ``CommandError``, or ``ReviewError`` when the store cannot be read.
    func resolve(in open: OpenWorkspace?) throws -> Resolved {
        guard let text else { return try deployed(in: open) }
        let versions = try open?.store.models() ?? []
        if let open, let exact = versions.first(where: { $0.name == text }) {
            return Resolved(path: open.workspace.path(of: exact), version: exact)
        }
        if access(text, F_OK) == 0 { return Resolved(path: text) }
        guard let open else {
            throw CommandError("\(text): no such file, and no workspace here or above")
        }
        let version = try version(in: versions)
        return Resolved(path: open.workspace.path(of: version), version: version)
    }

    /// The version of the workspace that is meant.
    ///
    /// - Throws: ``CommandError`` when none is, or several are.
    func version(in versions: [ModelVersion]) throws -> ModelVersion {
        let text = text ?? ""
        if let exact = versions.first(where: { $0.name == text }) { return exact }
        let found = versions.filter {
            !text.isEmpty && $0.name.hasPrefix(text)
                || text.count >= Self.shortestPrefix && $0.sha256.hasPrefix(text)
        }
        guard let version = found.first else {
            throw CommandError(
                "model '\(text)': neither a version nor a file; 'loopbox model list' shows the versions"
            )
        }
        guard found.count == 1 else {
            let names = found.map(\.name).joined(separator: ", ")
            throw CommandError("model '\(text)': could be \(names); write more of it")
        }
        return version
    }

    private func deployed(in open: OpenWorkspace?) throws -> Resolved {
        guard let open, let version = try open.store.deployedModel() else {
            throw CommandError(
                "no model is in service here; name one with --model, or put one into service with "
                    + "'loopbox model import FILE --deploy'")
        }
        return Resolved(path: open.workspace.path(of: version), version: version)
    }
}

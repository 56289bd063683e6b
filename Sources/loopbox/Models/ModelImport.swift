import Annotations
import HumanReview
import ReviewStore

/// Takes a model artifact into a workspace, whole or not at all.
nonisolated struct ModelImport {
    private static let mostBytes = 1 << 31

    let open: OpenWorkspace
    /// The version's name, or nil for the next number.
    var name: String?
    /// The classes, or nil for the flow's.
    var labels: LabelMap?
    /// The version the model was trained from.
    var parent: String?

    /// Whether a text can name a version: letters, digits, `.`, `_` and `-`, at most 64, no dot first.
    static func isName(_ text: String) -> Bool {
        let isAllowed = text.utf8.allSatisfy { byte in
            let character = Character(Unicode.Scalar(byte))
            return byte < 0x80 && (character.isLetter || character.isNumber)
                || ".-_".utf8.contains(byte)
        }
        return isAllowed && (1...64).contains(text.utf8.count) && !text.hasPrefix(".")
    }

    /// Checks an artifact, copies it and adds its version.
    ///
    /// - Returns: the version, and whether it was here already under the same bytes.
    /// - Throws: ``CommandError`` naming the file and the cause, or ``ReviewError``.
    func take(_ path: String) throws -> (version: ModelVersion, isKnown: Bool) {
        let bytes = try Self.bytes(of: path)
        let digest = SHA256.hexadecimalDigest(of: bytes)
        if let known = try open.store.model(ofDigest: digest) {
            // Put back if somebody has removed it.
            try store(bytes, known.path)
            return (known, true)
        }
        let inspection = try ModelInspection(bytes, of: path)
        let labels = try labels(for: inspection, path: path)
        let relativePath = Workspace.modelPath(ofDigest: digest)
        try store(bytes, relativePath)
        let version = ModelVersion(
            name: try name ?? nextName(), sha256: digest, path: relativePath,
            creationTime: SystemClock.now, baseNetwork: inspection.baseNetwork, labels: labels,
            parent: parent)
        return (try open.store.add(version), false)
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        do {
            return try InputFile.bytes(atPath: path, atMost: mostBytes)
        } catch {
            throw CommandError("\(path): \(error)")
        }
    }

    private func store(_ bytes: [UInt8], _ relativePath: String) throws {
        try open.workspace.writeModel(bytes, to: relativePath)
    }

    private func nextName() throws -> String {
        let names = Set(try open.store.models().map(\.name))
        return (1...).lazy.map { "v\($0)" }.first { !names.contains($0) } ?? "v1"
    }

    private func labels(for inspection: ModelInspection, path: String) throws -> LabelMap {
        let labels = labels ?? open.flow.labels
        guard labels.names.count == inspection.classCount else {
            throw CommandError(
                "\(path): the model has \(inspection.classCount) classes, and there are "
                    + "\(labels.names.count) names for them; give its own with --labels")
        }
        if let stranger = labels.names.first(where: { open.flow.labels.classID(of: $0) == nil }) {
            throw CommandError(
                "\(path): the model's class '\(stranger)' is none of flow \(open.flow.name); "
                    + "make a workspace whose --labels have it")
        }
        return labels
    }
}

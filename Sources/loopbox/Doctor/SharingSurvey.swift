import OrderedJSON
import ReviewStore

/// Looks whether everybody who works in a workspace can write in it.
nonisolated struct SharingSurvey {
    /// Members of the workspace's section.
    let members: [JSONValue.Member]
    /// What is wrong and what to do, or nil.
    let fault: String?

    /// How many paths are named; a wrong umask spoils thousands alike.
    private static let named = 20

    /// The modes of everything Loopbox keeps in the workspace of the options that are wrong; none when
    /// there is no workspace.
    ///
    /// To be looked at before the store is opened: what SQLite keeps beside an open store takes the store's
    /// mode and goes with it, and would be named beside the store for nothing.
    static func modeFaults(_ options: WorkspaceOptions) -> [ModeFault] {
        Workspace.find(from: options.startingDirectory)?.modeFaults(groupName: UnixName.group) ?? []
    }

    /// Looks who shares the workspace, whose modes were looked at.
    init(_ open: OpenWorkspace, _ faults: [ModeFault]) {
        let workspace = open.workspace
        let workers = (try? open.store.workers().count) ?? 0
        let isAlone = workspace.sharingGroup == nil && workers > 1
        var members: [JSONValue.Member] = [
            .init(
                "shared with",
                workspace.sharingGroup.map { .string("group " + UnixName.group($0)) }
                    ?? .string("nobody")),
            .init("workers", workers == 0 ? .string("everybody") : .count(workers)),
        ]
        if !faults.isEmpty {
            members.append(.init("modes", .array(faults.prefix(Self.named).map(Self.text))))
        }
        self.members = members
        fault =
            isAlone
            ? Self.alone(workspace)
            : faults.isEmpty ? nil : Self.fault(workspace.path, faults.count)
    }

    private static func text(_ fault: ModeFault) -> JSONValue {
        .string("\(fault.path): \(fault.problem); \(fault.remedy)")
    }

    private static func fault(_ path: String, _ count: Int) -> String {
        "\(path): \(count) wrong \(count == 1 ? "mode or group" : "modes or groups"), 'modes' above "
            + (count > named ? "names the first \(named)" : "names them")
            + " and the command that mends each"
    }

    private static func alone(_ workspace: Workspace) -> String {
        let paths = "\(workspace.path)/.loopbox \(workspace.outputPath)"
        return
            "\(workspace.path): lists several workers, but no group shares it and only its owner can "
            + "write in it; 'chgrp -R GROUP \(paths)', 'chmod -R g+rwX \(paths)' and "
            + "'find \(paths) -type d -exec chmod g+s {} +' give it to a group"
    }
}

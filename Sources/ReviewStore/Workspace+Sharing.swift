import Foundation
package import Glibc
import HumanReview

extension Workspace {
    /// Gives the workspace to a Unix group: its members may write in it, and what anybody makes in it
    /// from then on is the group's as well.
    ///
    /// Images stay as they are, wherever they lie.
    ///
    /// - Throws: ``ReviewError/storage(path:reason:)`` naming what could not be given to the group.
    package func share(withGroup group: gid_t) throws {
        for entry in entries() {
            var status = stat()
            guard lstat(entry.path, &status) == 0 else { throw FileFailure.systemCall(entry.path) }
            guard status.st_gid == group || lchown(entry.path, status.st_uid, group) == 0 else {
                throw FileFailure.systemCall(entry.path)
            }
            // After the owner: changing that clears setgid.
            let wanted = entry.isDirectory ? SharedMode.directory : SharedMode.file
            guard chmod(entry.path, (status.st_mode & 0o7777) | wanted) == 0 else {
                throw FileFailure.systemCall(entry.path)
            }
        }
    }

    /// The Unix group that shares the workspace: that of the first of its directories which is its
    /// group's; nil when none is.
    package var sharingGroup: gid_t? {
        for directory in [storeDirectory, outputPath, path] where SharedMode.isShared(directory) {
            var status = stat()
            if stat(directory, &status) == 0 { return status.st_gid }
        }
        return nil
    }

    /// What members of the sharing group cannot write, or what would not be theirs, path by path; none
    /// when no group shares the workspace.
    package func modeFaults(groupName: (gid_t) -> String) -> [ModeFault] {
        guard let group = sharingGroup else { return [] }
        return entries().flatMap { entry -> [ModeFault] in
            var status = stat()
            // What is gone by now was one of SQLite's or a temporary file.
            guard lstat(entry.path, &status) == 0 else { return [] }
            return entry.faults(status, group: group, groupName)
        }
    }

    fileprivate struct Entry {
        let path: String
        let isDirectory: Bool
    }

    /// The workspace's own directory, then everything Loopbox keeps below it.
    private func entries() -> [Entry] {
        let below = [storeDirectory, outputPath].flatMap { root -> [Entry] in
            let names = FileManager.default.enumerator(atPath: root)
            var entries = [Entry(path: root, isDirectory: true)]
            while let name = names?.nextObject() as? String {
                let type = names?.fileAttributes?[.type] as? FileAttributeType
                guard type == .typeDirectory || type == .typeRegular else { continue }
                entries.append(Entry(path: root + "/" + name, isDirectory: type == .typeDirectory))
            }
            return entries
        }
        return [Entry(path: path, isDirectory: true)] + below
    }
}

extension Workspace.Entry {
    fileprivate func faults(
        _ status: stat, group: gid_t, _ groupName: (gid_t) -> String
    ) -> [ModeFault] {
        var faults: [ModeFault] = []
        if status.st_gid != group {
            faults.append(
                ModeFault(
                    path: path,
                    problem: "belongs to the group \(groupName(status.st_gid)), not to "
                        + groupName(group),
                    remedy: "chgrp \(groupName(group)) '\(path)'"))
        }
        let wanted = isDirectory ? SharedMode.directory : SharedMode.file
        let mode = status.st_mode & 0o7777
        if mode & wanted != wanted {
            let octal = String(mode, radix: 8)
            faults.append(
                ModeFault(
                    path: path,
                    problem: isDirectory
                        ? "mode \(octal): members cannot make files in it that stay the group's"
                        : "mode \(octal): members cannot write it",
                    remedy: "chmod \(isDirectory ? "g+rwxs" : "g+rw") '\(path)'"))
        }
        return faults
    }
}

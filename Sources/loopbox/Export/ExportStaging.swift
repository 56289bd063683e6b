import Glibc
import OrderedJSON
import ReviewStore

/// The directory beside the output in which an export is made until it is whole.
///
/// The output then takes its place by one renaming; until then, and whatever dies or fills up, the one
/// that was there stays. What a killed export left is cleared by the next.
nonisolated final class ExportStaging {
    /// What an export leaves in its directory, to know it by.
    static let marker = ".loopbox-export"

    /// Where the output is to be.
    let output: String
    /// The temporary directory.
    let path: String
    private let lock: CInt
    private let format: ExportFormat

    /// A staging place for an output that is a file or a directory.
    ///
    /// - Throws: ``CommandError`` when the output may not be replaced.
    init(_ output: String, isFile: Bool, format: ExportFormat) throws {
        let trimmed = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        self.output = trimmed
        self.format = format
        let parent = FilePath.directory(of: trimmed)
        path = (parent == "/" ? "" : parent) + "/." + FilePath.name(of: trimmed) + ".exporting"
        try Self.restore(trimmed)
        try isFile ? Self.checkFile(trimmed) : Self.checkDirectory(trimmed, format)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FilePath.failure(trimmed) }
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw FilePath.failure(path) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandError("\(trimmed): another export is writing it; wait until that is done")
        }
        for name in try FilePath.entries(of: path) { try FilePath.removeTree(path + "/" + name) }
    }

    deinit {
        if lock >= 0 { close(lock) }
    }

    /// Puts a finished file in the output's place.
    func commit(file: StreamedFile) throws {
        try file.flush()
        try FilePath.move(file.path, to: output)
        try FilePath.flush(FilePath.directory(of: output))
        try FilePath.removeTree(path)
    }

    /// Puts the finished directory in the output's place.
    func commitDirectory() throws {
        let note = JSONValue.object([.init("format", .string(format.rawValue))])
        try StreamedFile.write(JSONWriter().write(note) + "\n", to: path + "/" + Self.marker)
        try AtomicFile.flushFileSystem(of: path)
        if FilePath.isDirectory(output) { try FilePath.move(output, to: Self.replaced(output)) }
        try FilePath.move(path, to: output)
        try FilePath.flush(FilePath.directory(of: output))
        try FilePath.removeTree(Self.replaced(output))
    }

    /// Takes back what was made.
    func discard() { try? FilePath.removeTree(path) }

    /// Where an older export is while the new one takes its place.
    private static func replaced(_ output: String) -> String {
        let parent = FilePath.directory(of: output)
        return (parent == "/" ? "" : parent) + "/." + FilePath.name(of: output) + ".replaced"
    }

    /// Puts back, or removes, what an export moved aside that was killed between its two renamings.
    private static func restore(_ output: String) throws {
        let aside = replaced(output)
        guard FilePath.isDirectory(aside) else { return }
        if access(output, F_OK) == 0 {
            try FilePath.removeTree(aside)
        } else {
            try FilePath.move(aside, to: output)
        }
    }

    private static func checkFile(_ output: String) throws {
        guard FilePath.isDirectory(output) else { return }
        throw CommandError("\(output): a directory; name the file to write with -o")
    }

    /// Refuses a directory that holds anything an export did not write.
    private static func checkDirectory(_ output: String, _ format: ExportFormat) throws {
        var status = stat()
        guard lstat(output, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw CommandError("\(output): not a directory; give a new one with -o")
        }
        let entries = Set(try FilePath.entries(of: output))
        guard !entries.isEmpty else { return }
        guard entries.contains(marker) else {
            throw CommandError(
                "\(output): not empty and no earlier export; give a new directory with -o")
        }
        let known = ExportFormat.allCases.reduce(into: Set([marker])) { $0.formUnion($1.entries) }
        if let stranger = entries.subtracting(known).sorted().first {
            throw CommandError(
                "\(output)/\(stranger): no export wrote it, and it would be lost; move it away")
        }
    }
}

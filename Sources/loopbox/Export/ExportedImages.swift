import Annotations
import ArgumentParser
import DatasetFormats
import Glibc
import HumanReview
import ImageCodecs

/// Puts the images of an export into its directory, each under a name of its own.
nonisolated struct ExportedImages {
    /// How an export brings its images along.
    enum Mode: String, CaseIterable, ExpressibleByArgument {
        /// As symbolic links to where they are.
        case link
        case copy
        case none
    }

    let mode: Mode
    let directory: String
    /// What their names end with; nil for what they have.
    let ending: String?
    /// Names without endings, since annotation files are named by them.
    private var stems: Set<String> = []

    /// Images in a directory that is made.
    init(_ mode: Mode, in directory: String, ending: String? = nil) throws {
        self.mode = mode
        self.ending = ending
        self.directory = directory
        if mode != .none { try FilePath.makeDirectory(directory) }
    }

    /// Brings an image along and gives its name in the directory: its own, with a number when another
    /// image came before under the same.
    ///
    /// - Throws: ``UnusableImage`` when the file is no longer there or no longer what was reviewed, and
    ///   ``CommandError`` when the directory cannot be written to.
    mutating func place(_ image: ReviewImage) throws -> String {
        let name = unusedName(for: FilePath.name(of: image.path))
        let destination = directory + "/" + name
        switch mode {
        case .none: break
        case .link:
            try check(image)
            guard symlink(image.path, destination) == 0 else { throw FilePath.failure(destination) }
        case .copy:
            let file = try StreamedFile(destination)
            try file.write(try Self.bytes(of: image))
            try file.empty()
        }
        return name
    }

    /// Looks whether an image could be brought along.
    ///
    /// - Throws: ``UnusableImage`` when it could not.
    func check(_ image: ReviewImage) throws {
        switch mode {
        case .none: break
        case .link: guard access(image.path, R_OK) == 0 else { throw missing(image) }
        case .copy: _ = try Self.bytes(of: image)
        }
    }

    /// The bytes that were reviewed.
    ///
    /// - Throws: ``UnusableImage`` when they are not to be had.
    static func bytes(of image: ReviewImage) throws -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try ImageFile.bytes(atPath: image.path)
        } catch {
            throw UnusableImage(path: image.path, reason: error.cause)
        }
        guard SHA256.hexadecimalDigest(of: bytes) == image.sha256 else {
            throw UnusableImage(
                path: image.path, reason: "the file has changed since it was added")
        }
        return bytes
    }

    private func missing(_ image: ReviewImage) -> UnusableImage {
        UnusableImage(path: image.path, reason: String(cString: strerror(errno)))
    }

    private mutating func unusedName(for name: String) -> String {
        // Lists of images are text, a name a line.
        let clean = String(name.map { $0.isNewline ? "_" : $0 })
        let stem = DirectoryEntries.stem(of: clean)
        let ending = ending ?? String(clean.dropFirst(stem.count))
        var candidate = stem
        var number = 2
        while !stems.insert(candidate).inserted {
            candidate = "\(stem)-\(number)"
            number += 1
        }
        return candidate + ending
    }
}

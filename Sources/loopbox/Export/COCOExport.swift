import Annotations
import DatasetFormats
import Glibc
import HumanReview

/// Writes a COCO instances file.
nonisolated struct COCOExport: DatasetExport {
    let file: StreamedFile
    private var writer: COCOWriter
    private var naming: Naming
    /// The rows of objects, which come after those of all images.
    private let objects: StreamedFile

    /// What images are called.
    enum Naming {
        /// Their paths from a directory.
        case relative(to: String)
        case placed(ExportedImages)
    }

    private static let piece = 1 << 20

    /// A file of a flow's classes.
    init(_ file: StreamedFile, classes: LabelMap, flow: String, naming: Naming) throws {
        self.file = file
        self.naming = naming
        writer = COCOWriter(classes: classes)
        objects = try StreamedFile(file.path + ".objects")
        try file.write(writer.head(description: "Human-reviewed boxes of \(flow)"))
    }

    mutating func add(_ answer: FinalAnswer) throws -> Bool {
        let rows = try writer.rows(
            ofImage: try name(of: answer.image), size: answer.image.size,
            boxes: answer.answer.boxes, loop: answer.loop)
        try file.write(rows.image)
        try objects.write(rows.annotations)
        return true
    }

    func check(_ answer: FinalAnswer) throws {
        guard case .placed(let images) = naming else { return }
        try images.check(answer.image)
    }

    mutating func finish() throws {
        try objects.empty()
        try file.write(COCOWriter.middle)
        try copyObjects()
        try file.write(COCOWriter.tail)
        try file.empty()
        guard unlink(objects.path) == 0 else { throw FilePath.failure(objects.path) }
    }

    private func copyObjects() throws {
        let descriptor = open(objects.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FilePath.failure(objects.path) }
        defer { close(descriptor) }
        var piece = [UInt8](repeating: 0, count: Self.piece)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw FilePath.failure(objects.path) }
            guard count > 0 else { return }
            try file.write(Array(piece[..<count]))
        }
    }

    private mutating func name(of image: ReviewImage) throws -> String {
        switch naming {
        case .relative(let directory):
            let prefix = directory == "/" ? "/" : directory + "/"
            return image.path.hasPrefix(prefix)
                ? String(image.path.dropFirst(prefix.count)) : image.path
        case .placed(var images):
            defer { naming = .placed(images) }
            return try images.place(image)
        }
    }
}

internal import Glibc
internal import NeuralNetwork
internal import OrderedJSON

/// The file: a mark, the length of a JSON object, the object, and the numbers as MXNet's `.params`.
extension TrainingCheckpoint {
    private static let mark = Array("loopbox training checkpoint 1\n".utf8)
    /// The largest file that is read, 4 GiB.
    private static let mostBytes = 4 << 30

    /// Writes the checkpoint in place of the one before, whole or not at all, whatever dies meanwhile.
    ///
    /// - Throws: ``ArtifactError`` naming the file.
    package func write(_ path: String) throws(ArtifactError) {
        let head = JSONWriter().bytes(of: CheckpointHead(self).json)
        let tensors = ParameterFileWriter(tensors)
        try ArtifactError.naming(path) { () throws(ArtifactError) in
            let file = try ReplacedFile(path)
            try file.replace { descriptor throws(ArtifactError) in
                let length = withUnsafeBytes(of: UInt64(head.count).littleEndian) { Array($0) }
                let begin = Self.mark + length + head
                try Self.put(begin, to: descriptor)
                try tensors.write { bytes throws(ArtifactError) in
                    try Self.put(bytes, to: descriptor)
                }
            }
        }
    }

    /// Reads a checkpoint; nil when there is none.
    ///
    /// - Throws: ``ArtifactError`` naming the file when it is no checkpoint of this program.
    package static func read(_ path: String) throws(ArtifactError) -> TrainingCheckpoint? {
        guard access(path, F_OK) == 0 else { return nil }
        return try ArtifactError.naming(path) { () throws(ArtifactError) in
            let bytes = try contents(path)
            let start = mark.count + 8
            guard bytes.count >= start, bytes.starts(with: mark) else {
                throw ArtifactError("this is no checkpoint of a training")
            }
            let length = bytes[mark.count..<start].reversed().reduce(UInt64(0)) {
                $0 << 8 | UInt64($1)
            }
            guard length <= UInt64(bytes.count - start) else {
                throw ArtifactError("the checkpoint is cut short")
            }
            let end = start + Int(length)
            let head = try CheckpointHead(Array(bytes[start..<end]))
            var reader = ParameterFileReader(MemorySource(Array(bytes[end...])))
            return try head.checkpoint(with: try reader.read())
        }
    }

    /// Parameters and optimizer state under names that tell them apart.
    private var tensors: ParameterSet {
        var set = ParameterSet(statistics: parameters.statistics)
        for (name, tensor) in parameters.arguments { set.arguments["parameter/" + name] = tensor }
        for (name, slots) in optimizer.slots {
            for (index, tensor) in slots.enumerated() {
                set.arguments["slot\(index)/" + name] = tensor
            }
        }
        return set
    }

    private static func put(_ bytes: [UInt8], to descriptor: Int32) throws(ArtifactError) {
        var failure: ArtifactError?
        bytes.withUnsafeBytes { buffer in
            do throws(ArtifactError) { try put(buffer, to: descriptor) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private static func put(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
    ) throws(ArtifactError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = Glibc.write(descriptor, part.baseAddress, part.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ArtifactError(String(cString: strerror(errno))) }
            rest = rest.dropFirst(count)
        }
    }

    private static func contents(_ path: String) throws(ArtifactError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ArtifactError(String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size <= mostBytes
        else { throw ArtifactError("this is no file of at most \(mostBytes) bytes") }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Glibc.read(
                    descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw ArtifactError("the checkpoint cannot be read to its end") }
            filled += count
        }
        return bytes
    }
}

internal import NeuralNetwork

/// Reads a `.params` file, MXNet's list of named arrays (contract §8.1), in one pass.
///
/// Every count is checked against what is left of the file before room is made for it.
struct ParameterFileReader<Source: ByteSource & ~Copyable>: ~Copyable {
    static var listMagic: UInt64 { 0x112 }
    /// Many times those of any network there is.
    private static var mostArrays: Int { 1 << 16 }
    private static var longestName: UInt64 { 4096 }

    var source: Source
    /// By position; nil for an array that MXNet never filled.
    private var arrays: [Tensor?] = []

    init(_ source: consuming Source) { self.source = source }

    /// The arrays under their names.
    mutating func read() throws(ArtifactError) -> ParameterSet {
        let magic: UInt64 = try source.integer("the file's mark")
        guard magic == Self.listMagic else {
            throw ArtifactError("byte 0: this is no list of arrays that MXNet saved")
        }
        _ = try source.integer("the file's head", as: UInt64.self)
        let count: UInt64 = try source.integer("the number of arrays")
        // The shortest array has 4 bytes.
        guard count <= UInt64(min(Self.mostArrays, source.remaining / 4)) else {
            throw source.error("\(count) arrays cannot be in the \(source.remaining) bytes left")
        }
        for index in 0..<Int(count) { arrays.append(try array(index)) }
        return try named(try names())
    }

    private mutating func names() throws(ArtifactError) -> [String] {
        let count: UInt64 = try source.integer("the number of names")
        guard count == UInt64(arrays.count) else {
            throw source.error("there are \(arrays.count) arrays but \(count) names")
        }
        var names: [String] = []
        for index in arrays.indices {
            let length: UInt64 = try source.integer("the length of name \(index)")
            guard length <= Self.longestName else {
                throw source.error(
                    "name \(index) has \(length) bytes, more than \(Self.longestName)")
            }
            let bytes = try source.bytes(Int(length), "name \(index)")
            guard let name = String(validating: bytes, as: UTF8.self) else {
                throw source.error("name \(index) is not UTF-8")
            }
            names.append(name)
        }
        guard source.remaining == 0 else {
            throw source.error("\(source.remaining) bytes follow the last name")
        }
        return names
    }

    private func named(_ names: [String]) throws(ArtifactError) -> ParameterSet {
        var set = ParameterSet()
        for (name, array) in zip(names, arrays) {
            let bare = String(name.dropFirst(4))
            guard let array else { continue }
            guard set.arguments[bare] == nil, set.statistics[bare] == nil else {
                throw ArtifactError("parameter '\(bare.prefix(80))' is there twice")
            }
            switch name.prefix(4) {
            case "arg:": set.arguments[bare] = array
            case "aux:": set.statistics[bare] = array
            default:
                throw ArtifactError(
                    "the name '\(name.prefix(80))' begins with neither 'arg:' nor 'aux:'")
            }
        }
        return set
    }
}

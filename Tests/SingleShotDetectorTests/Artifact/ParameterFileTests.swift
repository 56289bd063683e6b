import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite("Parameter files")
struct ParameterFileTests {
    @Test(
        "every version and type that MXNet writes gives the numbers that MXNet reads",
        arguments: ["types.params", "scalar.params", "first.params", "legacy.params"])
    func asMXNetReads(file: String) throws {
        let parameters = try ArtifactReferences.parameters(try ArtifactReferences.bytes(file))
        let expected = try ArtifactReferences.lines("arrays.txt").filter { $0[0] == file }
        #expect(!expected.isEmpty)
        #expect(parameters.arguments.count + parameters.statistics.count == expected.count)
        for line in expected {
            let name = String(line[1].dropFirst(4))
            let tensor = try #require(
                line[1].hasPrefix("arg:")
                    ? parameters.arguments[name] : parameters.statistics[name])
            #expect(tensor.shape == ArtifactReferences.integers(line[2]), "\(name)")
            #expect(tensor.elements == line[3].split(separator: ",").compactMap { Float($0) })
        }
    }

    @Test("types that only newer builds write are read too")
    func newerTypes() throws {
        func read(_ code: Int32, _ elements: [UInt8]) throws -> [Float]? {
            try ArtifactReferences.parameters(Self.file(type: code, shape: [2], elements: elements))
                .arguments["a"]?.elements
        }
        #expect(try read(8, ArtifactReferences.raw(Int16(-2), Int16.max)) == [-2, 32767])
        #expect(try read(9, ArtifactReferences.raw(UInt16(2), UInt16.max)) == [2, 65535])
        #expect(try read(10, ArtifactReferences.raw(UInt32(2), UInt32(1) << 31)) == [2, 0x1p31])
        #expect(try read(11, ArtifactReferences.raw(UInt64(2), UInt64(1) << 63)) == [2, 0x1p63])
    }

    @Test(
        "a damaged file is refused with the place, before room is made for what it claims",
        arguments: [
            ("sparse", file(storage: 1), "sparse"),
            ("a trillion elements", file(shape: [1 << 20, 1 << 20]), "too large"),
            ("more elements than can be counted", file(shape: [1 << 40, 1 << 40]), "too large"),
            ("a negative extent", file(shape: [-1, 4]), "an extent of -1"),
            ("too many axes", file(shape: Array(repeating: 1, count: 9)), "9 axes"),
            ("negative axes", file(axes: -2), "-2 axes"),
            ("an unknown type", file(type: 13), "unknown type 13"),
            ("no arrays file", Array("PK\u{3}\u{4}12345678".utf8), "byte 0: this is no list"),
            ("a name of an odd kind", file(name: "x:a"), "neither 'arg:' nor 'aux:'"),
            ("a name without end", file(nameLength: 1 << 60), "more than 4096"),
            (
                "arrays beyond number",
                ArtifactReferences.raw(UInt64(0x112), UInt64(0), UInt64.max),
                "cannot be in the 0 bytes left"
            ),
            ("more after the end", file() + [0], "1 bytes follow"),
        ] as [(String, [UInt8], String)])
    func damage(what: String, bytes: [UInt8], reason: String) {
        let error = #expect(throws: ArtifactError.self) {
            try ArtifactReferences.parameters(bytes)
        }
        #expect(error?.reason.contains(reason) == true, "\(what): \(error?.reason ?? "")")
    }

    @Test("a file cut anywhere is refused")
    func cut() throws {
        let bytes = try ArtifactReferences.bytes("types.params")
        for count in bytes.indices {
            #expect(throws: ArtifactError.self) {
                try ArtifactReferences.parameters(Array(bytes[..<count]))
            }
        }
    }

    /// A file of one array of the second version.
    static func file(
        storage: Int32 = 0, axes: Int32? = nil, type: Int32 = 0, shape: [Int64] = [1],
        elements: [UInt8] = [0, 0, 0, 0], name: String = "arg:a", nameLength: UInt64? = nil
    ) -> [UInt8] {
        ArtifactReferences.raw(UInt64(0x112), UInt64(0), UInt64(1), UInt32(0xF993_FAC9), storage)
            + ArtifactReferences.raw(axes ?? Int32(shape.count))
            + shape.flatMap { ArtifactReferences.raw($0) }
            + ArtifactReferences.raw(Int32(1), Int32(0), type) + elements
            + ArtifactReferences.raw(UInt64(1), nameLength ?? UInt64(name.utf8.count)) + name.utf8
    }
}

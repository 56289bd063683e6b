import Foundation
import NeuralNetwork
import Testing

@testable import SingleShotDetector

@Suite("Hostile artifacts")
struct HostileArtifactTests {
    private static let parameters = "model_algo_1-0000.params"
    private static let symbol = "model_algo_1-symbol.json"

    @Test("paths that lead out of the archive and links are refused")
    func paths() throws {
        for name in [
            "../\(Self.parameters)", "/\(Self.parameters)", "a/../../\(Self.symbol)",
            "../\u{301}\(Self.symbol)",
        ] {
            #expect(try reason { $0.append(name, [0]) }.contains("leads out of the archive"))
        }
        for type in "12346" {
            let reason = try reason {
                $0.append(Self.parameters, [], type: type, link: "/etc/passwd")
            }
            #expect(reason.contains("files only, no links or devices"), "\(type): \(reason)")
        }
    }

    @Test("sizes that the archive cannot have are refused at the head")
    func sizes() throws {
        #expect(
            try reason { $0.append(Self.parameters, [], size: 1 << 32) }
                .contains("4294967296 bytes are more than an archive of this length may hold"))
        #expect(
            try reason { $0.append(Self.symbol, [], size: 3 << 20) }
                .contains("3145728 bytes are more than the 524288 allowed"))
        #expect(
            try reason { $0.append("hyperparams.json", [], size: 1 << 20) }.contains(
                "are more than"))
        #expect(
            try reason { archive in
                for index in 0...256 { archive.append("file\(index)", []) }
            }.contains("more than 256 members"))
    }

    @Test("zeros that were packed small are refused before they are unpacked")
    func bomb() throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/model.tar.gz"
            try ReplacedFile(path).replace { descriptor throws(ArtifactError) in
                let writer = try ArchiveWriter(descriptor: descriptor)
                let zeros = [UInt8](repeating: 0, count: 8 << 20)
                for index in 0..<10 { try writer.put("unused\(index)", zeros) }
                try writer.finish()
            }
            let error = #expect(throws: ArtifactError.self) { try ModelArtifact.read(path) }
            #expect(error?.reason.contains("may hold") == true)
        }
    }

    @Test("an array of 2^40 elements is refused where it stands")
    func elements() throws {
        let file = ParameterFileTests.file(shape: [1 << 20, 1 << 20])
        let reason = try reason { $0.append(Self.parameters, file) }
        #expect(reason.hasPrefix("\(Self.parameters): byte 64: array 0 has the shape"), "\(reason)")
        #expect(reason.contains("too large for the"))
    }

    @Test("a graph that goes in circles or reads what comes later is refused by the node")
    func cycle() throws {
        let text = #"""
            {"nodes": [{"op": "null", "name": "data", "inputs": []},
            {"op": "elemwise_add", "name": "first", "inputs": [[0, 0, 0], [2, 0, 0]]},
            {"op": "_copy", "name": "second", "inputs": [[1, 0, 0]]}], "heads": [[2, 0, 0]]}
            """#
        let reason = try reason {
            $0.append(Self.symbol, Array(text.utf8))
            $0.append(Self.parameters, ParameterFileTests.file())
        }
        #expect(reason.hasPrefix("\(Self.symbol): node 'first': reads node"), "\(reason)")
    }

    @Test("deeply nested text is refused")
    func nesting() throws {
        let text = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 19)
        #expect(try reason { $0.append(Self.symbol, text) }.contains("nested deeper than"))
    }

    @Test("an archive without its files, with two of one, or of something else is refused")
    func members() throws {
        #expect(try reason { _ in }.contains("has no file '*-symbol.json'"))
        let file = ParameterFileTests.file()
        #expect(
            try reason {
                $0.append("a.params", file)
                $0.append("b.params", file)
            }.contains("b.params: the archive holds 'a.params' too"))
        #expect(try Self.reason(of: Array("no archive, but text".utf8)).contains("model.tar.gz"))
        #expect(try Self.reason(of: []).contains("model.tar.gz"))
        let folder = #expect(throws: ArtifactError.self) { try ModelArtifact.read("/tmp") }
        #expect(folder?.reason == "expected a file: a model.tar.gz")
        let absent = #expect(throws: ArtifactError.self) { try ModelArtifact.read("/nonexistent") }
        #expect(absent?.description == "/nonexistent: No such file or directory")
    }

    @Test("an archive cut anywhere is refused")
    func cut() throws {
        let bytes = try ArtifactReferences.bytes("tiny.tar.gz")
        for count in stride(from: 1, to: bytes.count - 600, by: 701) {
            #expect(try !Self.reason(of: Array(bytes[..<count])).isEmpty)
        }
    }

    /// Why an archive of some members is refused.
    private func reason(_ fill: (inout TarFile) -> Void) throws -> String {
        var archive = TarFile()
        fill(&archive)
        return try Self.reason(of: archive.ended)
    }

    static func reason(of bytes: [UInt8]) throws -> String {
        try TemporaryFolder.with { folder in
            let path = folder + "/model.tar.gz"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: ArtifactError.self) { try ModelArtifact.read(path) }
            #expect(error?.path == path)
            let ofBytes = #expect(throws: ArtifactError.self) {
                try ModelArtifact.read(bytes, of: path)
            }
            #expect(ofBytes == error)
            return ArtifactError(member: error?.member, error?.reason ?? "").description
        }
    }
}

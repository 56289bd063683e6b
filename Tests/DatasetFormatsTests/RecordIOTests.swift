import Annotations
import Foundation
import Testing
import TestSupport

@testable import DatasetFormats

@Suite struct RecordIOTests {
    private static let magic = RecordIO.magic

    /// Payloads with the magic word in every place that could matter.
    private static let payloads: [[UInt8]] =
        [
            [], [1], magic, magic + magic, [1] + magic, [1, 2, 3, 4] + magic + [5, 6, 7, 8, 9],
            magic + [1], [1, 2, 3, 4] + magic, [1, 2, 3, 4, 5] + magic + [6, 7, 8],
            [0, 0, 0, 0] + magic + magic + [1, 2] + magic,
        ] + (0..<1_000).map(random)

    private static func random(_ seed: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(seed))
        let words = Int.random(in: 0...20, using: &generator)
        let bytes = (0..<words).flatMap { _ in
            Bool.random(using: &generator)
                ? magic : (0..<4).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        return bytes + [UInt8](repeating: 7, count: Int.random(in: 0...3, using: &generator))
    }

    private static func read(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var place = 0
        var reader = RecordIOReader(source: "a.rec") { count in
            let end = min(bytes.count, place + count)
            defer { place = end }
            return Array(bytes[place..<end])
        }
        var payloads: [[UInt8]] = []
        while let payload = try reader.next() { payloads.append(payload) }
        return payloads
    }

    @Test func theContractsSplitRecordIsMadeByteForByte() {
        #expect(
            RecordIO.record(Array("abcd".utf8) + Self.magic + Array("efghi".utf8))
                == Self.magic + [4, 0, 0, 0x20] + Array("abcd".utf8) + Self.magic + [5, 0, 0, 0x60]
                + Array("efghi".utf8) + [0, 0, 0])
    }

    @Test func recordsComeBack() throws {
        #expect(try Self.read(Self.payloads.flatMap(RecordIO.record)) == Self.payloads)
    }

    @Test func boxesComeBackToThePixel() throws {
        for seed in 0..<1_000 {
            var random = RandomAnnotations(seed: seed)
            let size = random.size()
            let boxes = random.boxes(in: size).map(\.box)
            let record = ImageRecord(
                id: UInt64(seed),
                objects: boxes.enumerated().map { index, box in
                    .init(classID: index, box: NormalizedBox(box, in: size))
                }, image: [1, 2, 3])
            let again = try ImageRecord(record.bytes, number: 1, source: "a.rec")
            #expect(again.id == record.id && again.image == record.image)
            #expect(again.objects.map(\.classID) == Array(boxes.indices))
            #expect(again.objects.map { $0.box.pixelBox(in: size) } == boxes)
        }
    }

    @Test(arguments: [
        ([UInt8](repeating: 0, count: 12), "record 1: it does not begin as a record"),
        (magic + [4, 0, 0, 0] + [1, 2], "record 1: cut off"),
        (magic + [0, 0, 0, 0x40], "record 1: a part that does not follow"),
        (magic + [0, 0, 0, 0xE0], "record 1: flag 7"),
        (magic + [0, 0, 0, 0x20], "record 1: it does not begin as a record"),
        (magic + [255, 255, 255, 0x1F], "record 1: longer than"),
    ]) func brokenFilesAreNamed(bytes: [UInt8], expected: String) {
        let error = #expect(throws: DatasetFormatError.self) { try Self.read(bytes) }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }

    /// GluonCV's longer header and the `difficult` of others, and labels of other tasks.
    @Test func otherWritersLabelsAreRead() throws {
        func payload(_ label: [Float]) -> [UInt8] {
            RecordIO.word(UInt32(label.count)) + [UInt8](repeating: 0, count: 20)
                + label.flatMap { RecordIO.word($0.bitPattern) } + [9]
        }
        let box: [Float] = [3, 0.25, 0.5, 0.75, 1]
        let labels: [[Float]] = [[4, 5, 640, 480] + box, [2, 6] + box + [1], [2, 5] + box]
        for label in labels {
            let record = try ImageRecord(payload(label), number: 1, source: "a.rec")
            #expect(record.objects.map(\.classID) == [3])
            #expect(record.objects.map(\.box.maximumX) == [0.75])
        }
        let others: [[Float]] = [
            [], [2], [1, 5], [2, 4, 1, 0, 0, 1], [2, 5, 1], [2, 5, .nan, 0, 0, 1, 1],
        ]
        for label in others {
            #expect(throws: DatasetFormatError.self) {
                try ImageRecord(payload(label), number: 1, source: "a.rec")
            }
        }
    }

    @Test(.enabled(if: Requirement.isMet(Python.hasMXNet), "MXNet is not installed"))
    func mxnetReadsTheRecordsAndWritesTheSameBytes() throws {
        let program = """
            import sys, tempfile, os, numpy as np
            np.bool = bool
            import mxnet as mx
            payloads = [bytes.fromhex(line.strip()) for line in sys.stdin]
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, 'a.rec')
                ours = payloads.pop()
                writer = mx.recordio.MXRecordIO(path, 'w')
                for payload in payloads: writer.write(payload)
                writer.close()
                with open(path, 'rb') as file: theirs = file.read()
                with open(path, 'wb') as file: file.write(ours)
                reader = mx.recordio.MXRecordIO(path, 'r')
                read = []
                while True:
                    record = reader.read()
                    if record is None: break
                    read.append(record)
            print(theirs == ours, read == payloads)
            """
        // MXNet's reader takes an empty record for the end.
        let payloads = Self.payloads.filter { !$0.isEmpty }
        let lines = (payloads + [payloads.flatMap(RecordIO.record)]).map { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "\n"
        }
        #expect(try Python.run(program, input: lines.joined()) == "True True\n")
    }
}

package import Annotations

/// One image's objects as YOLO's label files have them: a line `class x y width height` each, the centre
/// and the extent in fractions of the image, or a class and the corners of an outline.
package struct YOLOLabels: Hashable, Sendable {
    /// An object.
    package struct Object: Hashable, Sendable {
        /// From 0.
        package var classID: Int
        package var box: NormalizedBox
        /// What a detector that wrote the file was sure of; nil in a person's.
        package var score: Double?
        /// In the file, from 1.
        package var line: Int
    }

    package var objects: [Object]

    /// The largest file that is read, 4 MiB.
    package static let mostBytes = 4 << 20
    /// A box of a detector may reach so far out of the image; further is no fraction.
    private static let tolerance = 0.5

    /// Reads a label file; none of its bytes is a file without an object.
    ///
    /// - Throws: ``DatasetFormatError`` naming the line and the field.
    package init(contentsOf bytes: [UInt8], source: String) throws(DatasetFormatError) {
        objects = []
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw DatasetFormatError(source: source, line: 1, reason: "not UTF-8 text")
        }
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            guard !fields.isEmpty else { continue }
            switch Self.object(fields, line: number) {
            case .success(let object): objects.append(object)
            case .failure(let fault):
                throw DatasetFormatError(source: source, line: number, reason: fault.reason)
            }
        }
    }

    /// The file's text: eight decimals, which give every pixel of an image up to a million wide back.
    ///
    /// - Parameters:
    ///   - boxes: with the ids of their classes.
    ///   - size: the stored image's, not empty.
    /// - Returns: a line for each, or nothing.
    package static func text(of boxes: [ObjectAnnotation.Object], in size: PixelSize) -> String {
        boxes.map { object in
            let box = object.box
            return [
                String(object.classID), fraction(box.left + box.right, of: 2 * size.width),
                fraction(box.top + box.bottom, of: 2 * size.height),
                fraction(box.width, of: size.width), fraction(box.height, of: size.height),
            ].joined(separator: " ") + "\n"
        }.joined()
    }

    private struct Fault: Error {
        let reason: String
    }

    private static func object(_ fields: [Substring], line: Int) -> Result<Object, Fault> {
        guard let id = Double(fields[0]).flatMap({ Int(exactly: $0) }), (0..<100_000).contains(id)
        else {
            return .failure(Fault(reason: "'\(fields[0].prefix(40))' is not a class id from 0"))
        }
        var numbers: [Double] = []
        for (index, field) in fields.dropFirst().enumerated() {
            guard let number = Double(field), (-tolerance...1 + tolerance).contains(number) else {
                return .failure(
                    Fault(
                        reason: "field \(index + 2) is '\(field.prefix(40))', "
                            + "not a fraction of the image"))
            }
            numbers.append(number)
        }
        guard let box = box(numbers) else {
            return .failure(
                Fault(
                    reason:
                        "\(fields.count) fields; a box has 5, with a score 6, an outline an odd "
                        + "number from 7"))
        }
        let score = numbers.count == 5 ? numbers[4] : nil
        guard box.isValid, score.map((0...1).contains) ?? true else {
            return .failure(Fault(reason: "a negative extent, or a score not between 0 and 1"))
        }
        return .success(Object(classID: id, box: box, score: score, line: line))
    }

    /// The box of a centre and an extent, or the one round an outline.
    private static func box(_ numbers: [Double]) -> NormalizedBox? {
        if numbers.count == 4 || numbers.count == 5 {
            return NormalizedBox(
                minimumX: numbers[0] - numbers[2] / 2, minimumY: numbers[1] - numbers[3] / 2,
                maximumX: numbers[0] + numbers[2] / 2, maximumY: numbers[1] + numbers[3] / 2)
        }
        guard numbers.count >= 6, numbers.count % 2 == 0 else { return nil }
        let columns = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
        let rows = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
        guard let left = columns.min(), let top = rows.min(), let right = columns.max(),
            let bottom = rows.max()
        else { return nil }
        return NormalizedBox(minimumX: left, minimumY: top, maximumX: right, maximumY: bottom)
    }

    /// A quotient from 0 to 1 with eight decimals.
    private static func fraction(_ part: Int, of whole: Int) -> String {
        let units = Int((Double(part) / Double(whole) * 1e8).rounded())
        let sign = units < 0 ? "-" : ""
        let digits = String(units.magnitude % 100_000_000)
        return sign + "\(units.magnitude / 100_000_000)."
            + String(repeating: "0", count: 8 - digits.count) + digits
    }
}

package import Annotations

/// An image with its objects as MXNet's detection iterators read them from a record: a header of 24
/// bytes, a label of floats, and the image's file.
///
/// The label is `[2, 5]`, the lengths of itself and of an object, then `class, xmin, ymin, xmax, ymax`
/// for each object in fractions of the image, as SageMaker writes it. Longer headers and objects are
/// read too.
package struct ImageRecord: Hashable, Sendable {
    /// An object.
    package struct Object: Hashable, Sendable {
        /// From 0.
        package var classID: Int
        package var box: NormalizedBox

        /// An object of a class at a place.
        package init(classID: Int, box: NormalizedBox) {
            self.classID = classID
            self.box = box
        }
    }

    package var id: UInt64
    package var objects: [Object]
    /// The file's bytes, a JPEG or PNG.
    package var image: [UInt8]

    /// A record of an image.
    package init(id: UInt64, objects: [Object], image: [UInt8]) {
        self.id = id
        self.objects = objects
        self.image = image
    }

    private static let headerLength = 24
    private static let mostLabels = 1_000_000

    /// The record's payload.
    package var bytes: [UInt8] {
        let label = self.label
        var bytes = RecordIO.word(UInt32(label.count)) + RecordIO.word(0)
        bytes += (0..<8).map { UInt8(truncatingIfNeeded: id >> (8 * UInt64($0))) }
        bytes += [UInt8](repeating: 0, count: 8)
        for number in label { bytes += RecordIO.word(number.bitPattern) }
        return bytes + image
    }

    /// The label's numbers.
    package var label: [Float] {
        [2, 5]
            + objects.flatMap { object in
                let box = object.box
                return [
                    Float(object.classID), Float(box.minimumX), Float(box.minimumY),
                    Float(box.maximumX), Float(box.maximumY),
                ]
            }
    }

    /// Reads a payload.
    ///
    /// - Throws: ``DatasetFormatError``, whose line is the record's number in the file that errors call
    ///   `source`.
    package init(_ payload: [UInt8], number: Int, source: String) throws(DatasetFormatError) {
        func fault(_ reason: String) -> DatasetFormatError {
            DatasetFormatError(source: source, line: number, reason: "record \(number): \(reason)")
        }
        guard payload.count >= Self.headerLength else { throw fault("no image record") }
        let count = Int(RecordIO.word(payload[...]))
        let imageStart = Self.headerLength + 4 * min(count, Self.mostLabels)
        guard count <= Self.mostLabels, payload.count > imageStart else {
            throw fault("a label of \(count) numbers does not fit in it")
        }
        id = payload[8..<16].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        image = Array(payload[imageStart...])
        let label = (0..<count).map { index in
            Float(bitPattern: RecordIO.word(payload[(Self.headerLength + 4 * index)...]))
        }
        guard let objects = Self.objects(label) else {
            throw fault(
                "its label is not that of a detection: the header's length, an object's, and the objects"
            )
        }
        self.objects = objects
    }

    private static func objects(_ label: [Float]) -> [Object]? {
        guard label.count >= 2, let header = Int(exactly: label[0]),
            let width = Int(exactly: label[1]), (2...label.count).contains(header),
            (5...label.count + 5).contains(width), (label.count - header) % width == 0
        else { return nil }
        var objects: [Object] = []
        for start in stride(from: header, to: label.count, by: width) {
            let corners = label[(start + 1)..<(start + 5)].map(Double.init)
            let box = NormalizedBox(
                minimumX: corners[0], minimumY: corners[1], maximumX: corners[2],
                maximumY: corners[3])
            guard let id = Int(exactly: label[start]), (0..<100_000).contains(id), box.isValid
            else { return nil }
            objects.append(Object(classID: id, box: box))
        }
        return objects
    }
}

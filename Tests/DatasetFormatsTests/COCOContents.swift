import DatasetFormats

/// A COCO file's rows, read a piece of so many bytes at a time.
struct COCOContents {
    private(set) var images: [COCORecord.Image] = []
    private(set) var categories: [COCORecord.Category] = []
    private(set) var annotations: [COCORecord.Annotation] = []
    private(set) var faults: [String] = []

    /// The classes' names by their ids.
    var names: [Int64: String] {
        Dictionary(categories.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    init(_ text: String, piece: Int = 64) throws { try self.init(Array(text.utf8), piece: piece) }

    init(_ bytes: [UInt8], piece: Int) throws {
        var reader = COCOReader(source: "c.json")
        for start in stride(from: 0, to: bytes.count, by: piece) {
            let end = min(start + piece, bytes.count)
            try reader.take(Array(bytes[start..<end])) { row in
                switch row {
                case .success(.image(let image)): images.append(image)
                case .success(.category(let category)): categories.append(category)
                case .success(.annotation(let annotation)): annotations.append(annotation)
                case .failure(let error): faults.append(error.description)
                }
            }
        }
        try reader.finish()
    }
}

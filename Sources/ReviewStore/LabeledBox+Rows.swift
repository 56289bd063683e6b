import Annotations
import GRDB

extension LabeledBox {
    /// The boxes of rows with a label and four corners, in their order.
    ///
    /// - Parameters:
    ///   - rows: the rows.
    ///   - owner: what the boxes are of, for the error.
    /// - Returns: a box a row.
    /// - Throws: ``StoredTextError`` when a corner is out of range, or what `owner` throws.
    static func all(in rows: [Row], of owner: () throws -> String) throws -> [LabeledBox] {
        try rows.map { row in
            guard let box = BoundingBox(row: row) else {
                throw StoredTextError(
                    what: try owner(), reason: "it has a box whose corners are out of range")
            }
            return LabeledBox(label: row["label"], box: box)
        }
    }
}

import Annotations
import GRDB

extension BoundingBox {
    /// The box of a row's columns `left`, `top`, `right` and `bottom`, or nil when a corner has more than
    /// 32 bits: then no difference of two overflows.
    init?(row: Row) {
        let corners = ["left", "top", "right", "bottom"].compactMap {
            Int32(exactly: row[$0] as Int64)
        }
        guard corners.count == 4 else { return nil }
        self.init(
            left: Int(corners[0]), top: Int(corners[1]), right: Int(corners[2]),
            bottom: Int(corners[3]))
    }
}

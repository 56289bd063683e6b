import Annotations
import GRDB
import HumanReview

extension ReviewImage {
    /// The image of a key, which is there because another row refers to it.
    static func find(_ id: Int64, in db: Database) throws -> ReviewImage {
        let row = try Row.fetchOne(
            db, cached: "SELECT * FROM images WHERE id = ?", arguments: [id])
        guard let row else {
            throw StoredTextError(what: "image number \(id)", reason: "it is missing")
        }
        return ReviewImage(
            id: id, path: row["path"], uri: row["uri"], sha256: row["sha256"],
            size: PixelSize(width: row["width"], height: row["height"]),
            orientation: ImageOrientation(rawValue: row["orientation"]) ?? .upright)
    }
}

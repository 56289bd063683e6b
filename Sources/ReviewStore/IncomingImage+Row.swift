import Annotations
import GRDB
import HumanReview

extension IncomingImage {
    /// Adds the image's row, whatever is to become of its prediction.
    ///
    /// - Returns: the row's key.
    func insert(at time: Timestamp, in db: Database) throws -> Int64 {
        try db.execute(
            cached: """
                INSERT INTO images (path, uri, sha256, width, height, orientation, creation_time)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                path, Workspace.fileURI(path), sha256, size.width, size.height,
                orientation.rawValue, time.milliseconds,
            ])
        return db.lastInsertedRowID
    }
}

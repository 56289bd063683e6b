import Annotations
import GRDB
import HumanReview

/// A loop with its image and the keys of what belongs to it.
struct LoopRecord: FetchableRecord {
    let id: Int64
    let flowID: Int64
    let predictionID: Int64?
    let name: String
    let status: HumanLoop.Status
    let creationTime: Timestamp
    let flowName: String
    let image: ReviewImage
    let score: Double?
    let failureCode: String?
    let failureReason: String?

    /// The columns ``init(row:)`` reads; a condition may follow.
    static let selection = """
        SELECT loops.id, loops.flow_id, loops.prediction_id, loops.name, loops.status,
            loops.creation_time, loops.score, loops.failure_code, loops.failure_reason,
            loops.image_id, images.path, images.uri, images.sha256, images.width, images.height,
            images.orientation, flows.name AS flow_name
        FROM loops
        JOIN images ON images.id = loops.image_id
        JOIN flows ON flows.id = loops.flow_id

        """

    init(row: Row) {
        id = row["id"]
        flowID = row["flow_id"]
        predictionID = row["prediction_id"]
        name = row["name"]
        status = HumanLoop.Status(rawValue: row["status"]) ?? .failed
        creationTime = Timestamp(milliseconds: row["creation_time"])
        flowName = row["flow_name"]
        image = ReviewImage(
            id: row["image_id"], path: row["path"], uri: row["uri"], sha256: row["sha256"],
            size: PixelSize(width: row["width"], height: row["height"]),
            orientation: ImageOrientation(rawValue: row["orientation"]) ?? .upright)
        score = row["score"]
        failureCode = row["failure_code"]
        failureReason = row["failure_reason"]
    }

    /// The loop of a name.
    ///
    /// - Throws: ``ReviewError/unknownLoop(_:)``.
    static func named(_ name: String, in db: Database) throws -> LoopRecord {
        let record = try LoopRecord.fetchOne(
            db, cached: selection + "WHERE loops.name = ?", arguments: [name])
        guard let record else { throw ReviewError.unknownLoop(name) }
        return record
    }

    /// The loop of a key, which is there because another row refers to it.
    static func find(_ id: Int64, in db: Database) throws -> LoopRecord {
        let record = try LoopRecord.fetchOne(
            db, cached: selection + "WHERE loops.id = ?", arguments: [id])
        guard let record else { throw ReviewError.unknownLoop("number \(id)") }
        return record
    }

    /// The loop as others see it; the output's place depends on where the workspace is now.
    func loop(in workspace: Workspace) -> HumanLoop {
        HumanLoop(
            name: name, status: status, creationTime: creationTime, flowDefinitionName: flowName,
            image: image, score: score, failureCode: failureCode, failureReason: failureReason,
            outputURI: Workspace.fileURI(
                workspace.outputPath(of: name, flow: flowName, createdAt: creationTime)))
    }
}

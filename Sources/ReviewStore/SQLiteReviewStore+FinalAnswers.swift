import GRDB
package import HumanReview

extension SQLiteReviewStore {
    /// Visits what was settled on about every image with a completed loop, oldest loop first, without
    /// holding more than one; of an image with several, the latest loop's.
    ///
    /// All of it is read from one moment's store, whatever is written meanwhile.
    ///
    /// - Parameters:
    ///   - filter: which of these loops; its order does not matter.
    ///   - time: what the filter's ages are counted to.
    ///   - visit: gets each in turn.
    /// - Throws: ``ReviewError``, or what `visit` throws.
    package func forEachFinalAnswer(
        _ filter: LoopFilter = LoopFilter(), at time: Timestamp = Timestamp(milliseconds: 0),
        _ visit: (FinalAnswer) throws -> Void
    ) throws {
        try read { db in
            let query = try query(filter, at: time, in: db)
            let records = try LoopRecord.fetchCursor(
                db,
                sql: LoopRecord.selection + Self.latestCompleted + query.condition
                    + " ORDER BY loops.id", arguments: query.arguments())
            while let record = try records.next() {
                guard let final = try AnswerRecord.final(ofLoop: record.id, in: db) else {
                    continue
                }
                try visit(
                    FinalAnswer(
                        loop: record.name, image: record.image, answer: final.answer,
                        settlement: final.settlement))
            }
        }
    }

    /// The deepest directory that holds the image of every loop that ``forEachFinalAnswer(_:at:_:)``
    /// visits; nil when there is none.
    package func directoryOfAnsweredImages(
        _ filter: LoopFilter = LoopFilter(), at time: Timestamp = Timestamp(milliseconds: 0)
    ) throws -> String? {
        try read { db in
            let query = try query(filter, at: time, in: db)
            // What two names have in common every name between them has.
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT MIN(images.path) AS first, MAX(images.path) AS last
                    FROM loops JOIN images ON images.id = loops.image_id \(Self.latestCompleted)
                    \(query.condition)
                    """, arguments: query.arguments())
            guard let first: String = row?["first"], let last: String = row?["last"] else {
                return nil
            }
            let common = zip(first.utf8, last.utf8).prefix { $0 == $1 }.map(\.0)
            let end = common.lastIndex(of: UInt8(ascii: "/")) ?? 0
            return end == 0 ? "/" : String(decoding: common[..<end], as: UTF8.self)
        }
    }

    private static let latestCompleted = """
        WHERE loops.status = 'Completed' AND NOT EXISTS (
            SELECT 1 FROM loops AS later WHERE later.image_id = loops.image_id
                AND later.status = 'Completed' AND later.id > loops.id)
        """
}

extension AnswerRecord {
    /// The answer that stands for a loop: of its latest revision, as consolidated or settled, with the
    /// settlement's number.
    static func final(
        ofLoop id: Int64, in db: Database
    ) throws -> (answer: Answer, settlement: Int64?)? {
        guard let revision = try LoopRevisions(loopID: id, db: db).latestAnswered,
            let answer = revision.answers.settled(by: revision.settlements.last)
        else { return nil }
        // Most loops have none, so that this costs an export little.
        let settlement =
            revision.settlements.isEmpty
            ? nil : try SettlementRecord.latest(ofLoop: id, revision: revision.number, in: db)
        return (answer, settlement)
    }
}

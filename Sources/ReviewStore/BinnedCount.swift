import GRDB

/// How many confident images, or boxes, have a score from some value on, without a look at each of them.
struct BinnedCount {
    /// The rows.
    let table: String
    /// How many of them have a score in each thousandth.
    let counts: String
    /// Which rows are meant, in columns that both have.
    let condition: String
    let arguments: StatementArguments

    /// Whole thousandths from the counts, and the one that the least score parts from the rows.
    func count(from score: Double, in db: Database) throws -> Int {
        let bin = ConfidentRecord.bin(of: score)
        let whole = try Int.fetchOne(
            db,
            cached: """
                SELECT COALESCE(SUM(count), 0) FROM \(counts) WHERE \(condition) AND bin > ?
                """, arguments: arguments + [bin])
        // The range, a little wide on both sides for what rounding does, is what the index finds.
        let parted = try Int.fetchOne(
            db,
            cached: """
                SELECT COUNT(*) FROM \(table)
                WHERE \(condition) AND score >= ? AND score <= ?
                    AND \(ConfidentRecord.bin("score")) <= ?
                """, arguments: arguments + [score, Double(bin + 2) / 1000, bin])
        return (whole ?? 0) + (parted ?? 0)
    }
}

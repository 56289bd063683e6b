/// Every value of a column once, however many rows have it.
///
/// SQLite would read the whole index; each step here looks up the next greater value in it.
enum SkipScan {
    /// A query of the values, in their order.
    ///
    /// - Parameters:
    ///   - column: a column or expression that is indexed first in its table.
    ///   - table: the table.
    /// - Returns: a query with one column, `value`.
    static func values(of column: String, in table: String) -> String {
        """
        WITH RECURSIVE skipping (value) AS (
            SELECT MIN(\(column)) FROM \(table)
            UNION ALL
            SELECT (
                SELECT \(column) FROM \(table) WHERE \(column) > value ORDER BY \(column) LIMIT 1)
            FROM skipping WHERE value IS NOT NULL)
        SELECT value FROM skipping WHERE value IS NOT NULL
        """
    }
}

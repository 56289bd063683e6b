import GRDB
import HumanReview

/// A row of the table of score bands.
enum ScoreBandRecord {
    /// What is known of each score band; bands of which nothing is known are left out.
    ///
    /// - Parameters:
    ///   - model: the version asked about, or nil for all of them together.
    ///   - db: the store.
    /// - Returns: bands by their index.
    /// - Throws: ``ReviewError``.
    static func all(ofModel model: String? = nil, in db: Database) throws -> [ScoreBand] {
        try Row.fetchAll(
            db,
            cached: """
                SELECT band, SUM(audited) AS audited, SUM(audit_errors) AS audit_errors,
                    SUM(accepted) AS accepted, SUM(corrected) AS corrected
                FROM score_bands WHERE :model IS NULL OR model_version = :model
                GROUP BY band ORDER BY band
                """, arguments: ["model": model]
        ).map {
            ScoreBand(
                index: $0["band"], audited: $0["audited"], auditErrors: $0["audit_errors"],
                accepted: $0["accepted"], corrected: $0["corrected"])
        }
    }
}

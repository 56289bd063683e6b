extension Schema {
    /// What leads look at, kept as rows in the transaction that changes it, so that none is ever a scan.
    static let figures = """
        -- See ScoreBand. The score is the prediction's highest, the band it times 20, cut off.
        CREATE TABLE score_bands (
            model_version TEXT NOT NULL,
            band INTEGER NOT NULL,
            audited INTEGER NOT NULL DEFAULT 0,
            audit_errors INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0,
            corrected INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (model_version, band)
        ) STRICT, WITHOUT ROWID;
        """
}

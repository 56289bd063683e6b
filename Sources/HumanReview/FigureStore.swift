/// What leads read of all loops, people and models together.
///
/// Every function is safe from any thread and any number of processes, and throws ``ReviewError``.
package protocol FigureStore: Sendable {
    /// Everything ``LeadFigures`` are computed from, of one moment; the time it takes does not grow with
    /// the number of loops.
    ///
    /// - Parameters:
    ///   - time: now.
    ///   - ageLimit: milliseconds from which a loop in progress is late, or nil for the workspace's.
    /// - Returns: the records.
    /// - Throws: ``ReviewError``.
    func leadRecords(at time: Timestamp, ageLimit: Int64?) throws -> LeadRecords

    /// Keeps the age from which loops in progress are late, in milliseconds, for everybody.
    func setAgeLimit(_ milliseconds: Int64, by lead: Worker) throws
}

extension FigureStore {
    /// The figures of now.
    package func leadFigures(at time: Timestamp, ageLimit: Int64? = nil) throws -> LeadFigures {
        LeadFigures(try leadRecords(at: time, ageLimit: ageLimit))
    }
}

/// The age from which a loop in progress is late, where a workspace names none.
package enum AgeLimit {
    package static let usualMilliseconds = Timestamp.millisecondsOfDay
}

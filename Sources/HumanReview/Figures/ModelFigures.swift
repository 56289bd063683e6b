/// What a model version said, and what people made of it.
package struct ModelFigures: Hashable, Sendable {
    package var version: String
    package var isInService: Bool
    package var predictions: Int
    /// Predictions by highest score: ``ScoreBand/count`` bands, after those without a detection.
    package var scores: [Int]
    /// Detections at or above the display threshold, by class.
    package var labels: [String: Int]
    /// Per class, most boxes first.
    package var classes: [ClassFigures]
    /// Objects by what the model and people called them; nil where one of them saw none.
    package var confusion: [LabelPair: Int]
    package var drift: Drift?

    /// How far what a version says is from what the one before it said.
    package struct Drift: Hashable, Sendable {
        package var from: String
        /// The total variation distance of the predictions' highest scores.
        package var scores: Double?
        /// The total variation distance of the detections' classes.
        package var labels: Double?
    }

    init(_ version: String, _ records: LeadRecords) {
        self.version = version
        isInService = version == records.versionInService
        let bands = records.scores[version] ?? [:]
        scores = (-1..<ScoreBand.count).map { bands[$0] ?? 0 }
        predictions = scores.reduce(0, +)
        labels = records.labels[version] ?? [:]
        let matches = records.answers.modelMatches.filter { $0.key.modelVersion == version }
        confusion = Dictionary(
            matches.map { ($0.key.labels, $0.value.count) }, uniquingKeysWith: +)
        classes = ClassFigures.all(
            of: Dictionary(matches.map { ($0.key.labels, $0.value) }, uniquingKeysWith: { $1 }))
    }

    /// The distance from another version, or nil when neither said anything.
    func drift(from other: ModelFigures) -> Drift {
        Drift(
            from: other.version,
            scores: distribution.distance(to: other.distribution),
            labels: Distribution(counts: labels).distance(to: Distribution(counts: other.labels)))
    }

    private var distribution: Distribution {
        Distribution(
            counts: Dictionary(
                uniqueKeysWithValues: scores.enumerated().map { (String($0.offset), $0.element) }))
    }
}

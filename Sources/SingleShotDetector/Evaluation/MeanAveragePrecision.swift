package import Annotations

/// Mean average precision as MXNet's `MApMetric` and `VOC07MApMetric` measure it (example/ssd,
/// `evaluate/eval_metric.py` of 1.4.1), built up image by image.
///
/// Per image and class a detection, the most confident first, is matched to the object it overlaps
/// most: right when that exceeds the threshold and the object is free, of no account when the object
/// is difficult, else wrong. Images without any object are passed over, their detections with them.
package struct MeanAveragePrecision: Sendable {
    /// How a class's precision and recall become one number.
    package enum Interpolation: String, CaseIterable, Sendable {
        /// The mean of the highest precision at recalls of 0, 0.1, … 1 or more (VOC 2007).
        case voc07
        /// The area below the precision's envelope (VOC 2010).
        case area
    }

    /// An object that is there.
    package struct Truth: Hashable, Sendable {
        package var classID: Int
        /// In the same frame and unit as the detections' boxes.
        package var box: NormalizedBox
        /// Detections of it count neither way, and missing it does not either.
        package var isDifficult: Bool

        /// An object of a class at a place.
        package init(classID: Int, box: NormalizedBox, isDifficult: Bool = false) {
            self.classID = classID
            self.box = box
            self.isDifficult = isDifficult
        }
    }

    /// Whether a detection was right.
    struct Outcome: Hashable {
        var score: Double
        var isRight: Bool
    }

    private let overlapThreshold: Double
    private var outcomes: [Int: [Outcome]] = [:]
    private var truthCounts: [Int: Int] = [:]
    private var detectionCounts: [Int: Int] = [:]

    /// - Parameter overlapThreshold: the intersection over union that a right detection exceeds.
    package init(overlapThreshold: Double = 0.5) { self.overlapThreshold = overlapThreshold }

    /// Counts an image.
    ///
    /// - Parameters:
    ///   - detections: in any order; equal scores keep theirs.
    ///   - truths: none leaves the image out.
    package mutating func add(_ detections: [ClassDetection], truths: [Truth]) {
        guard !truths.isEmpty else { return }
        for truth in truths where !truth.isDifficult { truthCounts[truth.classID, default: 0] += 1 }
        let truths = Dictionary(grouping: truths, by: \.classID)
        for (classID, detections) in Dictionary(grouping: detections, by: \.classID) {
            detectionCounts[classID, default: 0] += detections.count
            outcomes[classID, default: []] += match(detections, to: truths[classID] ?? [])
        }
    }

    /// What was measured so far; the mean is 0 when there is nothing to measure.
    package func result(_ interpolation: Interpolation) -> DetectionScore {
        let ids = Set(truthCounts.keys).union(outcomes.filter { !$0.value.isEmpty }.keys)
        let classes = ids.sorted().map { id in
            let truths = truthCounts[id] ?? 0
            let curve = PrecisionCurve(outcomes[id] ?? [], truthCount: truths)
            return DetectionScore.Class(
                classID: id, averagePrecision: curve.averagePrecision(interpolation),
                truths: truths, detections: detectionCounts[id] ?? 0)
        }
        return DetectionScore(classes: classes)
    }

    private func match(_ detections: [ClassDetection], to truths: [Truth]) -> [Outcome] {
        var isTaken = [Bool](repeating: false, count: truths.count)
        var outcomes: [Outcome] = []
        for detection in Self.strongestFirst(detections) {
            let overlaps = truths.map { detection.box.intersectionOverUnion(with: $0.box) }
            var best: Int?
            for (index, overlap) in overlaps.enumerated()
            where overlap > best.map({ overlaps[$0] }) ?? -1 { best = index }
            guard let best, overlaps[best] > overlapThreshold else {
                outcomes.append(Outcome(score: detection.score, isRight: false))
                continue
            }
            if truths[best].isDifficult { continue }
            outcomes.append(Outcome(score: detection.score, isRight: !isTaken[best]))
            isTaken[best] = true
        }
        return outcomes
    }

    private static func strongestFirst(_ detections: [ClassDetection]) -> [ClassDetection] {
        // Swift's sort is stable.
        detections.sorted { $0.score > $1.score }
    }
}

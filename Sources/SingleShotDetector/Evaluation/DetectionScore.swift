/// How well detections agree with what is there, over all images of a data set.
package struct DetectionScore: Hashable, Sendable {
    /// A class's part.
    package struct Class: Hashable, Sendable {
        package var classID: Int
        /// From 0 to 1; 0 when there is nothing of the class.
        package var averagePrecision: Double
        /// Objects that are there, the difficult left out.
        package var truths: Int
        /// Detections in images that have any object, those of difficult objects among them.
        package var detections: Int
    }

    /// Classes with truths, or with detections that count, by class id.
    package var classes: [Class]

    /// The mean over the classes, 0 when there is none.
    package var meanAveragePrecision: Double {
        guard !classes.isEmpty else { return 0 }
        return classes.reduce(0) { $0 + $1.averagePrecision } / Double(classes.count)
    }
}

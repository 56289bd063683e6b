import SingleShotDetector

/// Where the detections of a data set's images come from.
nonisolated protocol DetectionSource {
    /// The detections in an image.
    ///
    /// - Returns: boxes as fractions of the stored image.
    func detections(in image: DatasetImage) throws -> [ClassDetection]
}

import Dispatch
import Synchronization

extension ImageInspection {
    /// Inspects files on all cores; the inspections are in the order of the paths.
    nonisolated static func all(
        _ paths: [String], predictions: PredictionFolder?, _ progress: ProgressLine
    ) -> [ImageInspection] {
        let results = Mutex<[Int: ImageInspection]>([:])
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            let inspection = ImageInspection(path: paths[index], predictions: predictions)
            results.withLock { $0[index] = inspection }
            progress.advance()
        }
        let all = results.withLock { $0 }
        return paths.indices.compactMap { all[$0] }
    }
}

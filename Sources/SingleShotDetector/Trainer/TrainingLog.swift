/// The lines that SageMaker's container logs of a training, which its metrics are read from (contract
/// §6.5), without the time before them.
package enum TrainingLog {
    private static let host = "host=algo-1"

    /// The lines of an epoch that is over.
    package static func lines(
        of epoch: TrainingEpoch, epochs: Int, recordsPerSecond: Double
    ) -> [String] {
        let place = "#quality_metric: \(host), epoch=\(epoch.epoch), "
        let train = place + "batch=\(epoch.batches) train "
        var lines = [
            train + "cross_entropy <loss>=(\(epoch.losses.crossEntropy))",
            train + "smooth_l1 <loss>=(\(epoch.losses.smoothL1))",
        ]
        if let precision = epoch.precision {
            lines.append(place + "validation mAP <score>=(\(precision))")
            if epoch.isBest {
                lines.append("Updating the best model with validation-mAP=\(precision)")
            }
        }
        let share = epoch.isLast ? 100 : Double(epoch.epoch + 1) / Double(epochs) * 100
        lines.append("#progress_metric: \(host), completed \(share) % of epochs")
        lines.append(
            "#throughput_metric: \(host), train throughput=\(recordsPerSecond) records/second")
        return lines
    }
}

import Glibc
import SingleShotDetector

/// What a training shows and logs: lines as SageMaker's container writes them, and on a terminal a bar.
nonisolated final class TrainingScreen {
    private let log: TrainingLogFile
    private let epochs: Int
    private let batchesPerEpoch: Int
    private let batchSize: Int
    private var clock = TrainingClock()
    private var shownAt: Int64 = 0
    private var precision: Double?

    private static let millisecondsBetween: Int64 = 200
    private static let barWidth = 20

    init(log: TrainingLogFile, epochs: Int, batchesPerEpoch: Int, batchSize: Int) {
        self.log = log
        self.epochs = epochs
        self.batchesPerEpoch = batchesPerEpoch
        self.batchSize = batchSize
    }

    /// Logs a line.
    func tell(_ line: String) {
        clear()
        log.write(line)
    }

    /// Counts a step that was made.
    func step(_ progress: TrainingProgress, at place: TrainingCourse.Place) {
        clock.step()
        let now = SystemClock.steadyMilliseconds
        guard Console.isErrorTerminal, now - shownAt >= Self.millisecondsBetween else { return }
        shownAt = now
        Console.showProgress(line(progress, at: place))
    }

    /// Logs an epoch that is over.
    func end(_ epoch: TrainingEpoch) {
        precision = epoch.precision ?? precision
        let lines = TrainingLog.lines(
            of: epoch, epochs: epochs,
            recordsPerSecond: clock.endEpoch() * Double(batchSize))
        lines.forEach(tell)
    }

    /// Time that is no step's, validation for instance.
    func pause<Value>(_ body: () throws -> Value) rethrows -> Value { try clock.pause(body) }

    /// Takes the bar away, so that something else can be written.
    func clear() {
        if Console.isErrorTerminal { Console.showProgress(nil) }
    }

    private func line(_ progress: TrainingProgress, at place: TrainingCourse.Place) -> String {
        let done = place.epoch * batchesPerEpoch + place.batch + 1
        let filled = Self.barWidth * done / max(1, epochs * batchesPerEpoch)
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: "-", count: Self.barWidth - filled)
        var parts = [
            "epoch \(place.epoch + 1)/\(epochs) [\(bar)] \(place.batch + 1)/\(batchesPerEpoch)",
            "loss \(Self.text(progress.losses.crossEntropy))"
                + " + \(Self.text(progress.losses.smoothL1))",
        ]
        if let precision { parts.append("mAP \(Self.text(precision))") }
        if let rate = clock.stepsPerSecond {
            let left = Double(epochs * batchesPerEpoch - done) / rate
            parts.append("\(Self.text(rate * Double(batchSize))) images/s")
            parts.append("\(Self.duration(left)) left")
        }
        return parts.joined(separator: "  ")
    }

    /// Three decimals.
    private static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "-" }
        let units = Int((abs(value) * 1000).rounded())
        let decimals = String(units % 1000)
        return (value < 0 ? "-" : "") + "\(units / 1000)."
            + String(repeating: "0", count: 3 - decimals.count) + decimals
    }

    private static func duration(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds < 1e7 else { return "long" }
        let whole = Int(seconds)
        if whole >= 3600 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
        return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
    }
}

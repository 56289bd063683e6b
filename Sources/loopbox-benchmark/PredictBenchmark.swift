internal import Annotations
internal import Foundation
internal import ImageCodecs
internal import Imaging
internal import NeuralNetwork
internal import SingleShotDetector

/// What decoding, resizing and non-maximum suppression add to the network, over a directory of photos.
struct PredictBenchmark {
    private let options: InferenceBenchmarkOptions

    /// A measurement.
    init(_ options: InferenceBenchmarkOptions) { self.options = options }

    func run() throws {
        options.restartWithThreads()
        let photos = try FileManager.default.contentsOfDirectory(atPath: options.photos).sorted()
            .filter { $0.hasSuffix(".jpg") }.prefix(20).map { options.photos + "/" + $0 }
        guard !photos.isEmpty else { throw UsageError(message: "\(options.photos) has no .jpg") }
        for network in MeasuredNetwork.beginning(with: options.network) {
            try measure(network, photos)
        }
    }

    /// Photo after photo: the whole way from its file, and the network alone on what it was given.
    private func measure(_ network: MeasuredNetwork, _ photos: [String]) throws {
        let artifact = try network.artifact()
        let detector = try Detector(artifact)
        let engine = try OwnEngine(artifact, side: network.side, precision: .float32)
        let timing = try InterleavedTiming(
            rounds: options.rounds,
            [
                { for photo in photos { try Self.predict(photo, detector) } },
                { for _ in photos { _ = try engine.times(1) } },
            ])
        let (whole, alone) = (timing.median(0), timing.median(1))
        print(
            "\(network.name) at \(network.side), \(options.threads) threads, "
                + "ms a photo of \(photos.count)")
        Report.table([
            ["file to detections", Report.number(whole / Double(photos.count))],
            ["network alone", Report.number(alone / Double(photos.count))],
        ])
        Report.ratio("of the network's time", whole / alone, atMost: 1.1)
    }

    private static func predict(_ path: String, _ detector: Detector) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        let side = detector.inputSide
        let image = try JPEGDecoder.decode(bytes, atLeast: PixelSize(width: side, height: side))
        _ = try detector.detect(image)
    }
}

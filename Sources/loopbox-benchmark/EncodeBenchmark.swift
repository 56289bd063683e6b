internal import Imaging

/// Encodes one frame of palette indices beside libsixel.
struct EncodeBenchmark {
    private let options: BenchmarkOptions

    /// A measurement of one photo.
    init(_ options: BenchmarkOptions) { self.options = options }

    func run() throws {
        let canvas = try options.canvas()
        let own = SixelEncoder.encode(canvas)
        let other = LibsixelEncoder.encode(canvas)
        let timing = try InterleavedTiming(
            rounds: options.rounds,
            [{ _ = SixelEncoder.encode(canvas) }, { _ = LibsixelEncoder.encode(canvas) }])
        Report.table([
            ["encode 1280×720", "ms", "bytes", "gzip -6"],
            row("loopbox", timing.median(0), own),
            row("libsixel", timing.median(1), other),
        ])
        Report.ratio("times libsixel's speed", timing.median(1) / timing.median(0), atLeast: 5)
        Report.ratio("of libsixel's bytes", Double(own.count) / Double(other.count), atMost: 0.9)
    }

    private func row(_ name: String, _ time: Double, _ bytes: [UInt8]) -> [String] {
        [name, Report.number(time), String(bytes.count), GzipSize.text(of: bytes)]
    }
}

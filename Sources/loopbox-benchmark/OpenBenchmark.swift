/// Opens a photo, from file to sixel, beside other programs doing the same.
struct OpenBenchmark {
    private let options: BenchmarkOptions

    /// A measurement of one photo.
    init(_ options: BenchmarkOptions) { self.options = options }

    private struct Candidate {
        let name: String
        let arguments: [String]
        var runs: [ChildProcess] = []

        var time: Double { Samples.median(runs.map(\.milliseconds)) }
        var memory: Double { Samples.median(runs.map { Double($0.peakMemory) }) }
    }

    func run() throws {
        let path = options.photo
        var candidates = [
            Candidate(
                name: "loopbox", arguments: ["/proc/self/exe", OpenOnce.name, path]),
            Candidate(name: "img2sixel", arguments: ["img2sixel", "-h", "720", path]),
            // Cells of 8×8 pixels: 1280×720.
            Candidate(
                name: "chafa",
                arguments: [
                    "chafa", "-f", "sixels", "--size", "160x90", "--font-ratio", "1", path,
                ]),
        ]
        for _ in 0..<options.rounds {
            for index in candidates.indices {
                guard let run = ChildProcess(candidates[index].arguments) else { continue }
                candidates[index].runs.append(run)
            }
        }
        let inProcess = try InterleavedTiming(
            rounds: options.rounds, [{ _ = try OpenOnce.sixel(ofFile: path) }])
        report(candidates, inProcess: inProcess.median(0))
    }

    private func report(_ candidates: [Candidate], inProcess: Double) {
        var rows = [["open as a process", "ms", "peak MB"]]
        for candidate in candidates where !candidate.runs.isEmpty {
            rows.append([
                candidate.name, Report.number(candidate.time, decimals: 1),
                Report.number(candidate.memory / 1_048_576, decimals: 1),
            ])
        }
        rows.append(["loopbox, running already", Report.number(inProcess, decimals: 1), ""])
        Report.table(rows)
        let own = candidates[0]
        for (other, target) in [(candidates[1], 8.0), (candidates[2], 2.0)] {
            guard !other.runs.isEmpty else {
                print("skip  \(other.name) is not installed")
                continue
            }
            Report.ratio("times \(other.name)'s speed", other.time / own.time, atLeast: target)
        }
        if !candidates[1].runs.isEmpty {
            Report.ratio("of img2sixel's memory", own.memory / candidates[1].memory, atMost: 1 / 3)
        }
    }
}

internal import Glibc

/// Measures this program's image path beside other programs' in one run.
///
/// Parses its few arguments itself: what is measured as a process loads nothing else.
@main
enum Benchmark {
    private static let usage = """
        Measures the image path beside libsixel, img2sixel and chafa, and the detector beside other engines.

        USAGE: loopbox-benchmark encode|open|drag [--photo FILE] [--rounds N]
               loopbox-benchmark inference [--network NAME] [--rounds N] [--threads N] [--layers N] [--python FILE]
               loopbox-benchmark predict [--network NAME] [--photos DIR] [--rounds N] [--threads N]
               loopbox-benchmark training [--network NAME] [--batch N] [--side PIXELS] [--rounds N] [--python FILE]
               loopbox-benchmark store [--loops N] [--only TEXT] [--directory DIR]
               loopbox-benchmark generate-store DIR [--loops N] [--seed N] [--task-count N] [--journals 1] [--confident N] [--now MS]

          encode   a 1280×720 frame of 256 colours beside libsixel
          open     a photo, from file to sixel, beside img2sixel and chafa
          drag     the frames of a 300×200 box dragged over a photo
          inference  the networks beside ONNX Runtime and OpenVINO on the same weights
          predict    photos from file to detections beside the network alone
          training   a step of a detector's training beside MXNet
          store      what leads and reviewers ask of a store of 1,000,000 loops beside one of 10,000
          generate-store  a workspace of loops with known answers

          --photo FILE   a JPEG file (by default one of ../shared/photos/large)
          --rounds N     how often all candidates take their turn (by default 15)
        """

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch let error as UsageError {
            fail("\(error.message)\n\(usage)", status: 2)
        } catch {
            fail("\(error)", status: 1)
        }
    }

    private static func fail(_ message: String, status: Int32) -> Never {
        let text = "loopbox-benchmark: \(message)\n"
        _ = write(STDERR_FILENO, text, text.utf8.count)
        exit(status)
    }

    private static func run(_ arguments: [String]) throws {
        switch arguments.first {
        case "encode": try EncodeBenchmark(options(arguments)).run()
        case "open": try OpenBenchmark(options(arguments)).run()
        case "drag":
            var benchmark = DragBenchmark(try options(arguments))
            try benchmark.run()
        case "inference":
            try InferenceBenchmark(InferenceBenchmarkOptions(Array(arguments.dropFirst()))).run()
        case "predict":
            try PredictBenchmark(InferenceBenchmarkOptions(Array(arguments.dropFirst()))).run()
        case "training": try TrainingBenchmark(Array(arguments.dropFirst())).run()
        case "store": try StoreBenchmark(Array(arguments.dropFirst())).run()
        case "generate-store": try StoreGenerator(Array(arguments.dropFirst())).run()
        case OpenOnce.name where arguments.count == 2: try OpenOnce.write(photo: arguments[1])
        case "-h", "--help": print(usage)
        case let other?: throw UsageError(message: "there is no command \(other)")
        case nil: throw UsageError(message: "give a command")
        }
    }

    private static func options(_ arguments: [String]) throws -> BenchmarkOptions {
        try BenchmarkOptions(Array(arguments.dropFirst()))
    }
}

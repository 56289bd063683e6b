internal import Glibc

/// What networks are run, by whom and how often.
struct InferenceBenchmarkOptions {
    private(set) var rounds = 10
    private(set) var threads = 2
    /// A Python that has onnx, onnxruntime and openvino.
    private(set) var python = "python3"
    /// Only networks whose names begin so.
    private(set) var network = ""
    /// A directory of JPEG files.
    private(set) var photos = "../shared/photos/street/JPEGImages"
    /// How many of a network's slowest layers are listed.
    private(set) var layers = 0

    /// Reads `--rounds N`, `--threads N`, `--python FILE`, `--network NAME`, `--layers N` and
    /// `--photos DIR`.
    init(_ arguments: [String]) throws {
        for option in try CommandOption.all(in: arguments) {
            switch option.name {
            case "--rounds": rounds = try option.count()
            case "--threads": threads = try option.count()
            case "--python": python = option.value
            case "--network": network = option.value
            case "--photos": photos = option.value
            case "--layers": layers = try option.count(atLeast: 0)
            default: throw option.meaningless
            }
        }
    }

    /// Starts this program anew with the threads asked for, since OpenMP reads their number before the first line
    /// of the program; they spin while they wait, as every engine's here do unless told otherwise.
    func restartWithThreads() {
        guard getenv("OMP_NUM_THREADS") == nil else { return }
        setenv("OMP_NUM_THREADS", "\(threads)", 1)
        execv("/proc/self/exe", CommandLine.unsafeArgv)
    }
}

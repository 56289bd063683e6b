/// Another engine in a Python process of its own, which runs the network when it is told to.
final class PeerEngine {
    let name: String
    /// What its outputs add up to, to be compared with ours.
    let digests: [Double]
    private let process: PeerProcess

    /// Starts Peers/worker.py; nil when the engine is not installed or cannot run the model.
    init?(_ name: String, model: String, side: Int, threads: Int, python: String) {
        let arguments = [Peers.worker, name, model, "\(side)", "\(threads)"]
        guard let process = PeerProcess(python, arguments), let ready = process.line(),
            ready.hasPrefix("ready")
        else { return nil }
        (self.name, self.process) = (name, process)
        digests = Self.numbers(ready)
    }

    /// Runs the network so many times and returns the milliseconds of each.
    func times(_ count: Int) -> [Double] {
        process.answer(to: "\(count)").map(Self.numbers) ?? []
    }

    private static func numbers(_ line: String) -> [Double] {
        line.split(separator: " ").compactMap { Double($0) }
    }
}

/// The scripts beside this source.
enum Peers {
    static let worker = path("worker.py")
    static let converter = path("onnx_model.py")
    static let training = path("training.py")

    private static func path(_ name: String) -> String {
        let source: String = #filePath
        return source.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
            + "/Peers/\(name)"
    }
}

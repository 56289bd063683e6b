import Annotations
import HumanReview
import ReviewStore

/// What the program does with the samples where nobody sits at a terminal: predicts them all, and says
/// where each went.
struct SampleJob {
    let open: OpenWorkspace

    /// Runs the background queue over the samples to the end.
    ///
    /// - Throws: ``CommandError`` with what ended the queue before, or ``ReviewError``.
    func run() throws {
        Console.write("samples    \(open.workspace.path)")
        try open.store.forEachRoute(write)
        let options = QueueOptions(threads: EngineThreads.processors, ending: .whenDrained)
        let failure = try QueueConsole(open, options, visit: write).run()
        if let failure { throw CommandError(failure) }
        let status = try open.store.status(at: SystemClock.now)
        Console.write("waiting    \(status.waiting) of \(status.totalLoops) loops")
        Console.write("confident  \(status.confident)")
        Console.write("to review  run 'loopbox' in a terminal")
    }

    private func write(_ image: ImageRoute) {
        // As wide as the longest of the samples' names.
        Console.write(image.line(nameWidth: 22))
    }
}

internal import Dispatch
internal import Glibc

/// The threads that OpenMP gives oneDNN, for our own arithmetic.
///
/// They are the very same: others beside them would find the processors taken by threads that wait for
/// oneDNN's next layer.
struct ThreadTeam: Sendable {
    private typealias Body = @convention(c) (UnsafeMutableRawPointer?) -> Void

    /// What GNU's compiler calls for a parallel region: the body, its argument, threads and flags.
    private static let parallel = function(
        "GOMP_parallel",
        as: (@convention(c) (Body, UnsafeMutableRawPointer?, CUnsignedInt, CUnsignedInt) -> Void)
            .self)
    private static let maximum = function(
        "omp_get_max_threads", as: (@convention(c) () -> CInt).self)
    private static let number = function("omp_get_thread_num", as: (@convention(c) () -> CInt).self)
    private static let size = function("omp_get_num_threads", as: (@convention(c) () -> CInt).self)

    private static func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        dlsym(nil, name).map { unsafeBitCast($0, to: type) }
    }

    /// How many work at a time.
    static var threads: Int { max(1, Int(maximum?() ?? 1)) }

    /// Does `work` for all of `count` units, divided evenly among the threads, and returns when all are done.
    func run(_ count: Int, _ work: (Range<Int>) -> Void) {
        let parts = min(Self.threads, count)
        guard parts > 1 else { return work(0..<count) }
        withoutActuallyEscaping(work) { work in
            let shared = Shared(count: count, work: work)
            guard let parallel = Self.parallel else {
                return DispatchQueue.concurrentPerform(iterations: parts) { part in
                    shared.run(part, of: parts)
                }
            }
            parallel(
                { argument in
                    guard let argument, let number = ThreadTeam.number, let size = ThreadTeam.size
                    else { return }
                    Unmanaged<Shared>.fromOpaque(argument).takeUnretainedValue()
                        .run(Int(number()), of: Int(size()))
                }, Unmanaged.passUnretained(shared).toOpaque(), CUnsignedInt(clamping: parts), 0)
            withExtendedLifetime(shared) {}
        }
    }

    /// Work whose units touch different memory, as every caller's do.
    private final class Shared: @unchecked Sendable {
        private let count: Int
        private let work: (Range<Int>) -> Void

        init(count: Int, work: @escaping (Range<Int>) -> Void) {
            (self.count, self.work) = (count, work)
        }

        func run(_ part: Int, of parts: Int) {
            work(part * count / parts..<(part + 1) * count / parts)
        }
    }
}

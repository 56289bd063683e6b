import Foundation
import Glibc

/// The threads the network runs on: OpenMP's, of GNU's runtime.
nonisolated enum EngineThreads {
    /// Processors this process may use.
    static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// As many as leave the screen a processor of its own.
    static var besideScreen: Int { max(1, processors - 1) }

    /// Makes the networks that the calling thread loads and runs from now on use so many threads.
    static func use(_ count: Int) {
        guard let symbol = dlsym(nil, "omp_set_num_threads") else { return }
        let set = unsafeBitCast(symbol, to: (@convention(c) (CInt) -> Void).self)
        set(CInt(clamping: max(1, count)))
    }

    /// Starts the program anew with threads that sleep while they wait for each other, unless the user
    /// has said how they are to wait.
    ///
    /// GNU's runtime lets them spin by default, which costs many times over as soon as another process
    /// is busy, and it reads how before the program's first line. One thread waits for none.
    static func makePassive(threads: Int) {
        guard threads > 1, getenv("OMP_WAIT_POLICY") == nil, getenv("GOMP_SPINCOUNT") == nil
        else { return }
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard readlink("/proc/self/exe", &path, path.count - 1) > 0 else { return }
        setenv("OMP_WAIT_POLICY", "passive", 1)
        execv(path, CommandLine.unsafeArgv)
        // Slower, but the same.
        unsetenv("OMP_WAIT_POLICY")
    }
}

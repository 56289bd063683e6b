import Annotations
import Glibc
import HumanReview
import ReviewStore

// A process of its own for the store's tests: `review-store-worker COMMAND WORKSPACE WORKER [SECONDS]`.
// It says on standard output what it has done, a line each, and never ends by itself once it holds a
// task, so that a test decides when it dies; only those of `-and-end` do.

let arguments = CommandLine.arguments
guard arguments.count >= 4, let workspace = Workspace.find(from: arguments[2]) else { exit(2) }

do {
    let store = try SQLiteReviewStore(
        workspace: workspace, leaseSeconds: arguments.count > 4 ? Double(arguments[4]) ?? 120 : 120)
    let session = WorkerSession(store: store, worker: Worker(name: arguments[3]))
    switch arguments[1] {
    case "claim": try session.claimAll()
    case "edit": try session.editForever()
    case "edit-and-stop": try session.editForever(stoppingAfterFirst: true)
    case "submit": try session.submitAll()
    case "predict": try session.predictAll()
    case "accept": try session.acceptAll()
    case "accept-boxes": try session.acceptAllBoxes()
    case "accept-and-end":
        try session.acceptAll()
        exit(0)
    case "undo-and-end":
        try session.undoLatest()
        exit(0)
    case "submit-and-end":
        try session.submitAll()
        exit(0)
    default: exit(2)
    }
    WorkerSession.say("done")
    while true { pause() }
} catch {
    WorkerSession.say("failed: \(error)")
    exit(1)
}

import Annotations
import Foundation
import HumanReview
import ReviewStore

/// The workspace opened where there is none: a copy of the drawn samples in the user's data directory,
/// so that what is tried out there stays.
nonisolated enum SampleWorkspace {
    /// The workspace, made if it is not there yet.
    ///
    /// - Throws: ``CommandError`` when the samples did not come with the program, or what making a
    ///   workspace throws.
    static func open() throws -> OpenWorkspace {
        let directory = dataDirectory + "/loopbox/samples"
        let workspace = try Workspace.create(at: directory)
        let store = try SQLiteReviewStore(workspace: workspace)
        if try store.flow() == nil {
            try store.add(
                FlowFactory(
                    name: "object-detection", templatePath: nil, labelsPath: nil,
                    conditions: ActivationConditions()
                ).make(at: SystemClock.now))
        }
        let open = try OpenWorkspace(workspace)
        // A start cut short is finished by the next: adding what is there changes nothing.
        if try store.status(at: SystemClock.now).images == 0 { try fill(open, in: directory) }
        return open
    }

    private static func fill(_ open: OpenWorkspace, in directory: String) throws {
        guard let samples = SampleFiles.directory else {
            throw CommandError(
                "no workspace here or above, and the samples did not come with the program; "
                    + "'loopbox init DIR --images PATH' makes a workspace")
        }
        let images = directory + "/images"
        try copy(samples + "/JPEGImages", to: images)
        let sources = try IntakeSources(images: [images], predictions: nil)
        _ = try ImageIntake(store: open.store, labels: open.flow.labels).add(sources)
    }

    private static func copy(_ source: String, to target: String) throws {
        do {
            if FileManager.default.fileExists(atPath: target) {
                try FileManager.default.removeItem(atPath: target)
            }
            try FileManager.default.copyItem(atPath: source, toPath: target)
        } catch {
            throw CommandError(
                "\(target): the samples could not be copied there (\(error.localizedDescription)); "
                    + "make room or set XDG_DATA_HOME")
        }
    }

    /// `$XDG_DATA_HOME`, or what the specification says in its place.
    private static var dataDirectory: String {
        let environment = ProcessInfo.processInfo.environment
        if let directory = environment["XDG_DATA_HOME"], directory.hasPrefix("/") {
            return directory
        }
        return (environment["HOME"] ?? "/tmp") + "/.local/share"
    }
}

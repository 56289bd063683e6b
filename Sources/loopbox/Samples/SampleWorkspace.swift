import Annotations
import Foundation
import HumanReview
import ReviewStore

/// The workspace opened where there is none: a copy of the drawn samples in the user's data directory,
/// so that what is tried out there stays.
nonisolated enum SampleWorkspace {
    /// Where it is or will be: other samples, or another model for them, have a workspace of their own,
    /// and the old one stays with all that was tried out in it.
    static var directory: String {
        dataDirectory + "/loopbox/samples" + (SampleFiles.mark.map { "-" + $0 } ?? "")
    }

    /// The workspace, or nil when it has not been made.
    static func present() throws -> OpenWorkspace? {
        try Workspace.at(directory).map { try OpenWorkspace($0) }
    }

    /// The workspace, made if it is not there yet; several programs may do so at once.
    ///
    /// - Throws: ``CommandError`` when the samples did not come with the program, or what making a
    ///   workspace throws.
    static func open() throws -> OpenWorkspace {
        let workspace = try Workspace.create(at: directory)
        let store = try SQLiteReviewStore(workspace: workspace)
        try addFlow(to: store)
        let open = try OpenWorkspace(workspace)
        // A start cut short is finished by the next: adding what is there changes nothing.
        if let model = SampleFiles.modelPath, try store.deployedModel() == nil {
            try install(model, in: open)
        }
        if try store.status(at: SystemClock.now).images == 0 { try fill(open) }
        return open
    }

    private static func addFlow(to store: SQLiteReviewStore) throws {
        guard try store.flow() == nil else { return }
        let flow = try FlowFactory(
            name: "object-detection", templatePath: nil, labelsPath: nil,
            conditions: ActivationConditions()
        ).make(at: SystemClock.now)
        do {
            try store.add(flow)
        } catch {
            // Another start may have been faster.
            guard try store.flow() != nil else { throw error }
        }
    }

    /// Puts the samples' own detector into service, so that the photos wait for it.
    private static func install(_ model: String, in open: OpenWorkspace) throws {
        let version = try ModelImport(open: open, name: "sample").take(model).version
        _ = try open.store.deploy(
            version.name, by: Worker(name: WorkspaceOptions.userName), at: SystemClock.now)
    }

    private static func fill(_ open: OpenWorkspace) throws {
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

    /// Copies a directory under a name of its own and renames it, so that it is there whole or not at
    /// all; one that is there already stays.
    private static func copy(_ source: String, to target: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: target) else { return }
        let temporary = "\(target).\(UUID().uuidString)"
        do {
            try files.copyItem(atPath: source, toPath: temporary)
            try files.moveItem(atPath: temporary, toPath: target)
        } catch {
            try? files.removeItem(atPath: temporary)
            // Another start may have been faster.
            guard !files.fileExists(atPath: target) else { return }
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

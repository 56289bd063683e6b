import ArgumentParser
import HumanReview
import ReviewStore

/// `loopbox model rollback`: back to what was in service before.
struct ModelRollbackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract:
            "Put the version back into service that was so before; again, the one before that.")

    @ParentCommand var model: ModelCommand
    @OptionGroup var options: WorkspaceOptions

    @Flag(name: .customLong("json"), help: "Print JSON.")
    var isJSON = false

    func run() throws {
        let options = options.merged(over: model.mergedOptions)
        let open = try OpenWorkspace(options)
        let deployment = try open.store.rollBack(
            by: try options.resolvedWorker(), at: SystemClock.now)
        ModelDeployCommand.report(deployment, isJSON: isJSON)
    }
}

internal import ArgumentParser

/// Draws the pictures that come with Loopbox, and as many more as a detector wants to learn from.
@main
struct SamplesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loopbox-samples",
        abstract:
            "Draws photos of chance with the boxes of what is on them, as PASCAL VOC keeps both.",
        subcommands: [CatalogCommand.self, ScenesCommand.self],
        defaultSubcommand: CatalogCommand.self)
}

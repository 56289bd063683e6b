internal import ArgumentParser
internal import Foundation
internal import SampleScenes

/// Draws the samples again: `loopbox-samples Samples` leaves the repository as it was.
struct CatalogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalog", abstract: "Draws the samples that come with Loopbox.")

    @Argument(help: "Where JPEGImages and Annotations are to be.")
    var directory: String

    func run() throws {
        let folder = SceneFolder(directory: URL(filePath: directory))
        for sample in SampleCatalog.samples {
            try folder.write(try SceneFiles(sample), named: sample.name)
        }
        print("\(SampleCatalog.samples.count) samples in \(directory)")
    }
}

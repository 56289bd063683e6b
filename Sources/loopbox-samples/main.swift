internal import Foundation

/// Draws the samples again: `swift run loopbox-samples Samples` leaves the repository as it was.
guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: loopbox-samples DIRECTORY\n".utf8))
    exit(2)
}
do {
    let folder = SampleFolder(directory: URL(filePath: CommandLine.arguments[1]))
    let count = try folder.write()
    print("\(count) samples in \(folder.directory.path())")
} catch {
    FileHandle.standardError.write(Data("loopbox-samples: \(error)\n".utf8))
    exit(1)
}

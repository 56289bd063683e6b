import Annotations
import HumanReview
import OrderedJSON

/// What an export wrote.
nonisolated struct ExportSummary {
    let format: ExportFormat
    let output: String
    private(set) var images = 0
    private(set) var boxes = 0
    /// Images that EXIF turns before they are shown, which many programs apply and some do not.
    private(set) var turned = 0

    init(format: ExportFormat, output: String) {
        self.format = format
        self.output = output
    }

    /// Images without an object that the format has no room for.
    private(set) var leftOut = 0

    /// The directory that images are named from, where they do not come along.
    var imageDirectory: String?

    /// Counts an image that was written, or that could not be.
    mutating func count(_ answer: FinalAnswer, isWritten: Bool) {
        guard isWritten else { return leftOut += 1 }
        images += 1
        boxes += answer.answer.boxes.count
        if answer.image.orientation != .upright { turned += 1 }
    }

    var json: JSONValue {
        .object([
            .init("format", .string(format.rawValue)), .init("output", .string(output)),
            .init("imageDirectory", imageDirectory.map { .string($0) } ?? .null),
            .init("images", .count(images)), .init("boxes", .count(boxes)),
            .init("leftOut", .count(leftOut)), .init("turned", .count(turned)),
        ])
    }

    /// One line for a person.
    var description: String {
        "\(Counted.loops(images)) written to \(output)"
            + (imageDirectory.map { "; its images are in \($0)" } ?? "")
            + (leftOut > 0 ? "; \(leftOut) without an object left out" : "")
    }

    /// What the user should know before the data are used elsewhere, or nil.
    var warning: String? {
        guard turned > 0, format != .augmentedManifest else { return nil }
        return Counted.of(turned, "of the images is", "of the images are") + " turned by EXIF; "
            + "\(turned == 1 ? "its" : "their") boxes are in stored pixels, so "
            + "have the reader ignore the orientation, or turn images and boxes together"
    }
}

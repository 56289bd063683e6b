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

    /// Counts an image.
    mutating func count(_ answer: FinalAnswer) {
        images += 1
        boxes += answer.answer.boxes.count
        if answer.image.orientation != .upright { turned += 1 }
    }

    var json: JSONValue {
        .object([
            .init("format", .string(format.rawValue)), .init("output", .string(output)),
            .init("images", .count(images)), .init("boxes", .count(boxes)),
            .init("turned", .count(turned)),
        ])
    }

    /// What the user should know before the data are used elsewhere, or nil.
    var warning: String? {
        guard turned > 0, format != .augmentedManifest else { return nil }
        return "\(turned) of the images are turned by EXIF; their boxes are in stored pixels, so "
            + "have the reader ignore the orientation, or turn images and boxes together"
    }
}

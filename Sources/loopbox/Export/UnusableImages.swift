import HumanReview

/// The images that keep an export from being whole, with the way on for all of them at once.
nonisolated struct UnusableImages {
    /// Images that the message still tells how to leave out one by one; with more it would be no line
    /// to read.
    private static let mostLeftOut = 3

    /// The first few, however many there are.
    private(set) var images: [UnusableImage] = []
    private var count = 0

    /// Whether every image so far can be used.
    var isEmpty: Bool { count == 0 }

    /// Notes one more.
    mutating func append(_ image: UnusableImage) {
        count += 1
        if images.count < Self.mostLeftOut { images.append(image) }
    }

    /// What is wrong and what to do.
    ///
    /// - Parameters:
    ///   - filter: what the export was of.
    ///   - canStay: whether the format does without the images.
    /// - Returns: the error; nil when nothing is wrong.
    func error(_ filter: LoopFilter, canStay: Bool) -> CommandError? {
        guard let first = images.first else { return nil }
        let others = count - 1
        let more = others == 0 ? "" : " (and \(Counted.of(others, "more image")) cannot be used)"
        let back = others == 0 ? "put the image back" : "put the images back"
        let stay = canStay ? ", or give --images none" : ""
        return CommandError(
            "\(first.path): \(first.reason)\(more); \(back), or leave "
                + (others == 0 ? "it" : "them")
                + " out with \(Self.option(without: leftOut, filter))"
                + (leftOut.count == count ? "" : " and so on") + stay)
    }

    private var leftOut: [UnusableImage] {
        count > Self.mostLeftOut ? Array(images.prefix(1)) : images
    }

    /// The option as a shell takes it: with `=`, since the filter may begin with a minus.
    private static func option(without images: [UnusableImage], _ filter: LoopFilter) -> String {
        var filter = filter
        filter.terms += images.map {
            LoopFilter.Term(.image(glob: pattern(of: $0.path)), isNegated: true)
        }
        return "--filter='\(replacing(in: filter.description) { $0 == "'" ? #"'\''"# : nil })'"
    }

    /// The pattern that matches this path and no other.
    private static func pattern(of path: String) -> String {
        replacing(in: path) { "*?[".unicodeScalars.contains($0) ? "[\($0)]" : nil }
    }

    /// The text with other texts for some of its scalars.
    ///
    /// Not for characters: shells and patterns know no marks, which would hide the quote before them.
    private static func replacing(
        in text: String, _ replacement: (Unicode.Scalar) -> String?
    ) -> String {
        var replaced = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            replaced += (replacement(scalar) ?? String(scalar)).unicodeScalars
        }
        return String(replaced)
    }
}

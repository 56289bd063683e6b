import Annotations
import TestSupport

/// Answers as people give them, the same in every run: from no box to many, of one pixel and of the whole
/// image, in images from one pixel to a million wide.
struct RandomAnnotations {
    private var generator: SeededGenerator

    /// Names that formats have to quote, escape or keep from becoming a number or a truth value.
    static let classes = LabelMap([
        "person", "dining table", "no", "007", "é", "a: b # c", "\"quoted\" 'twice'", "<&>", "日本",
        "back\\slash", "~", "🚲",
    ])

    init(seed: Int) { generator = SeededGenerator(seed: UInt64(seed)) }

    /// An image's size.
    mutating func size() -> PixelSize {
        let most = [1, 7, 640, 5000, 1_000_000].randomElement(using: &generator) ?? 1
        return PixelSize(
            width: Int.random(in: 1...most, using: &generator),
            height: Int.random(in: 1...most, using: &generator))
    }

    /// Boxes inside of an image.
    mutating func boxes(in size: PixelSize) -> [LabeledBox] {
        let count = [0, 1, 3, 40].randomElement(using: &generator) ?? 0
        return (0..<count).map { _ in
            let columns = range(size.width)
            let rows = range(size.height)
            return LabeledBox(
                label: Self.classes.names.randomElement(using: &generator) ?? "",
                box: BoundingBox(
                    left: columns.lowerBound, top: rows.lowerBound, right: columns.upperBound,
                    bottom: rows.upperBound))
        }
    }

    private mutating func range(_ extent: Int) -> Range<Int> {
        if Bool.random(using: &generator) && Bool.random(using: &generator) { return 0..<extent }
        let low = Int.random(in: 0..<extent, using: &generator)
        return low..<Int.random(in: (low + 1)...extent, using: &generator)
    }

    /// A file's name, which may hold blanks, directories and what XML or JSON escapes.
    mutating func name(_ number: Int) -> String {
        let form = ["%.jpg", "a b/%.jpg", "é & <%>.jpg", "\"%\".JPEG", "a.b.%.jpg"]
        return (form.randomElement(using: &generator) ?? "%").split(
            separator: "%", omittingEmptySubsequences: false
        ).joined(separator: String(number))
    }
}

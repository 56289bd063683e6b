import Annotations
import ReviewStore

nonisolated extension ImageRoute {
    /// One line: the file's name, the route, the highest score and its class.
    func line(nameWidth: Int) -> String {
        let what = strongest.map { Self.hundredths(of: $0.score) + " " + $0.label }
        return name.padded(to: nameWidth + 2) + (isLoop ? "loop       " : "confident  ")
            + (what ?? "no detection")
    }

    /// The file's name without its ending.
    var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }

    /// Two decimals, cut off: what is shown as 0.50 is not below it.
    private static func hundredths(of score: Double) -> String {
        let number = Int((min(max(score, 0), 1) * 100).rounded(.down))
        return "\(number / 100)." + (number % 100 < 10 ? "0" : "") + "\(number % 100)"
    }
}

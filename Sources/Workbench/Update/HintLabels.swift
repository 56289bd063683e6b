/// The letters that jump to boxes, nearest keys first.
enum HintLabels {
    private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

    /// `count` different labels, all of one length, so that none is the beginning of another.
    static func labels(count: Int) -> [String] {
        guard count > letters.count else { return letters.prefix(count).map { String($0) } }
        var length = 2
        var capacity = letters.count * letters.count
        while capacity < count {
            length += 1
            capacity *= letters.count
        }
        return (0..<count).map { label($0, length: length) }
    }

    private static func label(_ number: Int, length: Int) -> String {
        var number = number
        var label = ""
        for _ in 0..<length {
            label = String(letters[number % letters.count]) + label
            number /= letters.count
        }
        return label
    }
}

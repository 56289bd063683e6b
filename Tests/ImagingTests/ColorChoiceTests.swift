import Imaging
import Testing

@Suite struct ColorChoiceTests {
    private let colors = [
        RGBColor(red: 0, green: 0, blue: 0), RGBColor(red: 10, green: 10, blue: 10),
        RGBColor(red: 20, green: 20, blue: 20), RGBColor(red: 250, green: 0, blue: 0),
        RGBColor(red: 0, green: 0, blue: 250),
    ]

    @Test func aRareColorFarFromAllOthersIsTaken() {
        let chosen = ColorChoice.positions(of: colors, counts: [500, 600, 400, 3, 0], limit: 2)
        #expect(chosen == [1, 3])
    }

    @Test func colorsOfNoPixelAreNotTaken() {
        #expect(ColorChoice.positions(of: colors, counts: [1, 0, 0, 0, 2], limit: 9) == [4, 0])
        #expect(ColorChoice.positions(of: colors, counts: [0, 0, 0, 0, 0], limit: 9) == [])
    }

    /// Against every choice there is: greedy is not always the best, but never far from it.
    @Test func theErrorIsNearTheLeast() {
        let counts = [50, 20, 90, 30, 40]
        func error(_ kept: [Int]) -> Int {
            colors.indices.reduce(0) { sum, color in
                let nearest = kept.map { distance(colors[$0], colors[color]) }.min() ?? 0
                return sum + nearest * counts[color]
            }
        }
        let pairs = colors.indices.flatMap { one in colors.indices.map { [one, $0] } }
        let least = pairs.map(error).min() ?? 0
        let chosen = ColorChoice.positions(of: colors, counts: counts, limit: 2)
        #expect(chosen.count == 2)
        #expect(Double(error(chosen)) <= 1.2 * Double(least))
    }

    private func distance(_ one: RGBColor, _ other: RGBColor) -> Int {
        let red = Int(one.red) - Int(other.red)
        let green = Int(one.green) - Int(other.green)
        let blue = Int(one.blue) - Int(other.blue)
        return red * red + green * green + blue * blue
    }
}

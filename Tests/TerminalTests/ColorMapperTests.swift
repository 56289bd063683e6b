import Imaging
import Testing

@testable import Terminal

@Suite struct ColorMapperTests {
    @Test("xterm's own colours map to themselves", arguments: 16...255)
    func indexedColorsMapToThemselves(number: Int) throws {
        let found = try #require(ColorMapper(depth: .indexed).number(of: Self.color(number)))
        // Some greys are in the cube too.
        #expect(Self.color(found) == Self.color(number))
    }

    @Test func sixteenColors() {
        let mapper = ColorMapper(depth: .sixteen)
        #expect(mapper.number(of: RGBColor(red: 255, green: 10, blue: 10)) == 9)
        #expect(mapper.number(of: RGBColor(red: 200, green: 0, blue: 0)) == 1)
        #expect(mapper.number(of: RGBColor(red: 0, green: 0, blue: 0)) == 0)
        #expect(mapper.number(of: RGBColor(red: 250, green: 250, blue: 250)) == 15)
    }

    @Test func trueColorIsExactAndNoneIsNone() {
        let color = RGBColor(red: 1, green: 2, blue: 3)
        #expect(ColorMapper(depth: .trueColor).number(of: color) == 0x010203)
        #expect(ColorMapper(depth: .none).number(of: color) == nil)
    }

    /// xterm's palette beyond the first 16 (256colres.pl).
    private static func color(_ number: Int) -> RGBColor {
        if number >= 232 {
            let grey = UInt8(8 + (number - 232) * 10)
            return RGBColor(red: grey, green: grey, blue: grey)
        }
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        let index = number - 16
        return RGBColor(
            red: levels[index / 36], green: levels[index / 6 % 6], blue: levels[index % 6])
    }
}

import Foundation
import Testing

@testable import SampleScenes

@Suite struct DrawingTests {
    /// The reference sequence of Vigna's splitmix64.c.
    @Test func generatorFollowsTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in random.next() } == expected)
    }

    @Test func chanceIsEven() {
        var random = SplitMix64(seed: 3)
        let hits = (0..<10_000).filter { _ in random.chance(0.3) }.count
        #expect((2_800...3_200).contains(hits))
        let picks = (0..<9_000).map { _ in random.pick(0, 1, 2) }
        for pick in 0...2 { #expect((2_800...3_200).contains(picks.filter { $0 == pick }.count)) }
    }

    @Test func circleAgreesWithTheLibrary() {
        for step in -40...40 {
            let turn = Double(step) / 16 + 0.013
            let point = UnitCircle.point(atTurn: turn)
            #expect(abs(point.x - cos(turn * 2 * .pi)) < 1e-8)
            #expect(abs(point.y - sin(turn * 2 * .pi)) < 1e-8)
        }
    }

    @Test func transformsUndo() {
        let transform = Transform.rotation(turns: 0.1).then(.scale(2, -3)).then(.translation(5, 7))
        let point = transform.inverse.apply(transform.apply(Point(11, -4)))
        #expect(abs(point.x - 11) < 1e-9 && abs(point.y + 4) < 1e-9)
        #expect(abs(transform.magnification - 6.0.squareRoot()) < 1e-9)
    }

    private let window = PixelBounds(left: 0, top: 0, right: 40, bottom: 40)

    private func coverage(of path: Path) -> [[Float]] {
        var rows = [[Float]](repeating: [Float](repeating: 0, count: 40), count: 40)
        var scanner = CoverageScanner(path: path, window: window)
        let left = scanner.bounds.left
        scanner.forEachRow { y, shares in
            for (column, share) in shares.enumerated() { rows[y][left + column] = share }
        }
        return rows
    }

    @Test func partsOfPixelsAreCounted() {
        let rows = coverage(of: .rectangle(2.25, 3.5, 4, 2))
        #expect(abs(rows[4][2] - 0.75) < 1e-4 && rows[4][3] == 1 && rows[4][1] == 0)
        #expect(abs(rows[4][6] - 0.25) < 1e-4 && rows[4][7] == 0)
        #expect(abs(rows[3][4] - 0.5) < 1e-4 && abs(rows[5][4] - 0.5) < 1e-4 && rows[6][4] == 0)
    }

    @Test func areasAreRight() {
        let disc = coverage(of: .circle(20, 20, 15)).joined().reduce(0, +)
        #expect(abs(Double(disc) - .pi * 225) < 4)
        // Overlapping pieces of a stroke count once.
        let line = Path.stroke([Point(5, 20), Point(20, 20), Point(35, 20)], widths: [6])
        let covered = coverage(of: line)
        #expect(covered.joined().allSatisfy { $0 <= 1 })
        #expect(abs(Double(covered.joined().reduce(0, +)) - (180 + .pi * 9)) < 1.5)
    }

    @Test func whatLiesOutsideTheWindowIsLeftOut() {
        let rows = coverage(of: .rectangle(-100, -100, 300, 300))
        #expect(rows.joined().allSatisfy { $0 == 1 })
        #expect(coverage(of: .rectangle(50, 50, 9, 9)).joined().allSatisfy { $0 == 0 })
        #expect(coverage(of: .circle(1e9, -1e9, 5)).joined().allSatisfy { $0 == 0 })
    }

    @Test func gradientsRunFromEndToEnd() {
        let paint = Paint.linear((10, 0), (20, 0), [.black, .white])
        #expect(paint.stop(at: Point(5, 3)).tone == .black)
        #expect(abs(paint.stop(at: Point(15, 9)).tone.red - 0.5) < 1e-5)
        #expect(paint.stop(at: Point(25, 3)).tone == .white)
        let moved = paint.applying(.translation(100, 0))
        #expect(abs(moved.stop(at: Point(115, 0)).tone.green - 0.5) < 1e-5)
        let glow = Paint.fading((0, 0), (4, 8), .white, opacity: 0.8)
        #expect(abs(glow.stop(at: Point(0, 0)).opacity - 0.8) < 1e-5)
        #expect(glow.stop(at: Point(0, 8)).opacity < 1e-5)
    }
}

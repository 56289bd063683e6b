/// A songbird on its feet, a gull in the air or a duck on the water.
struct Bird: Figure {
    static let label = "bird"

    enum Kind: Sendable { case songbird, gull, duck }

    var kind: Kind
    var back: Tone
    var breast: Tone
    /// How high the gull's wings are, -1 to 1.
    var beat: Double
    let facing = Facing.right

    init(varying random: inout SplitMix64) {
        kind = random.pick(.songbird, .gull, .duck)
        back = random.pick(
            Tone(0x6B4B34), Tone(0x3A5F8A), Tone(0x4A4D55), Tone(0x7C7A3A), Tone(0xB8482F))
        breast = random.pick(Tone(0xE0743A), Tone(0xF0D9A8), Tone(0xEDE8DC), Tone(0xE8C24A))
        beat = random.number(in: 0.3...1)
    }

    init(_ kind: Kind, varying random: inout SplitMix64) {
        self.init(varying: &random)
        self.kind = kind
    }

    var shadow: (width: Double, depth: Double)? { kind == .songbird ? (10, 2) : nil }

    func draw(on sketch: inout Sketch) {
        switch kind {
        case .songbird: drawSongbird(on: &sketch)
        case .gull: drawGull(on: &sketch)
        case .duck: drawDuck(on: &sketch)
        }
    }

    private func drawSongbird(on sketch: inout Sketch) {
        for x in [-1.0, 2.4] {
            sketch.stroke([(x, 5), (x + 0.6, 0.6), (x + 2.6, 0.4)], 0.8, Tone(0x6B4A34))
        }
        sketch.fill(
            Path(polygon: [(-8, 9.6), (-19, 4.6), (-18, 7.6), (-8, 13)]), back.darker(0.25))
        sketch.fill(
            Path(smooth: [
                (-10, 11), (-4, 15.5), (2, 18), (8, 15), (9, 9), (4, 4), (-3, 4), (-8, 7),
            ]),
            .lit(breast, from: 18, to: 4))
        sketch.fill(
            Path(smooth: [(-11, 10.4), (-4, 16.4), (1, 19), (4, 16), (0, 12), (-6, 9)]),
            .lit(back, from: 19, to: 9))
        sketch.fill(.circle(5, 18, 5), .lit(back, from: 23, to: 13))
        sketch.fill(Path(smooth: [(4, 17), (9, 18), (9.6, 14), (6, 12)]), breast)
        sketch.fill(Path(polygon: [(9.2, 19.6), (14, 17.8), (9.4, 16.4)]), Tone(0xE0A030))
        sketch.fill(.circle(6.8, 19, 1.1), Tone(0x151314))
        sketch.fill(
            Path(smooth: [(-12, 8), (-4, 14), (1, 13), (-1, 8.6), (-6, 7.4)]), back.darker(0.3))
    }

    private func drawGull(on sketch: inout Sketch) {
        let lift = beat * 22
        wing(tip: (-30, 8 + lift * 1.1), Tone(0xA9B2BC), on: &sketch)
        sketch.fill(Path(polygon: [(-16, 1), (-28, -2), (-27, 4), (-16, 5)]), Tone(0xE6E9EC))
        sketch.fill(
            Path(smooth: [(-20, 2), (-8, 6), (8, 6), (18, 3), (10, -4), (-8, -4)]),
            .lit(Tone(0xF6F7F7), from: 7, to: -5))
        sketch.fill(.circle(17, 4, 4.6), Tone(0xF8F9F9))
        sketch.fill(Path(polygon: [(20.6, 5.4), (28, 3), (20.8, 1.8)]), Tone(0xEBA32C))
        sketch.fill(.circle(18.4, 5, 1), Tone(0x151314))
        wing(tip: (-8, 14 + lift * 1.3), Tone(0xC8CFD6), on: &sketch)
    }

    private func wing(tip: (Double, Double), _ tone: Tone, on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [
                (-7, 2), (tip.0 * 0.5 - 4, tip.1 * 0.6), (tip.0 - 7, tip.1), (tip.0, tip.1 - 1),
                (tip.0 * 0.3 + 6, tip.1 * 0.5), (8, 4),
            ]),
            .lit(tone, from: tip.1, to: 0))
        sketch.fill(
            Path(smooth: [
                (tip.0 - 7, tip.1), (tip.0, tip.1 - 1), (tip.0 * 0.8 + 1, tip.1 * 0.78),
                (tip.0 * 0.8 - 5, tip.1 * 0.84),
            ]),
            Tone(0x3A3F47))
    }

    private func drawDuck(on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [
                (-26, 8), (-30, 15), (-20, 13), (-4, 15), (12, 12), (18, 6), (12, 0), (-18, 0),
                (-25, 3),
            ]),
            .lit(Tone(0xB9AFA2), from: 16, to: 0))
        sketch.fill(
            Path(smooth: [(-22, 11), (-6, 14), (6, 11), (2, 5), (-14, 5)]),
            .lit(back, from: 14, to: 4))
        sketch.fill(Path(smooth: [(6, 11), (18, 11), (19, 5), (12, 1), (6, 4)]), Tone(0x7A4A30))
        sketch.limb([(13, 9, 8), (15, 19, 7)], Tone(0x1F6B4A))
        sketch.fill(.ellipse(16.6, 22, 6.4, 5.6), .lit(Tone(0x23754F), from: 28, to: 16))
        sketch.fill(.rectangle(11, 13, 8.6, 2.4, corner: 1), Tone(0xF2F2EC))
        sketch.fill(
            Path(smooth: [(21.6, 23), (29, 20.6), (29, 18.8), (21.6, 19.4)]), Tone(0xE8A62C))
        sketch.fill(.circle(18.4, 23.6, 1.2), Tone(0x121212))
    }
}

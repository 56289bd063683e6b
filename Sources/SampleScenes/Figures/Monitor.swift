/// A television or a computer's screen on its foot, a picture on it.
struct Monitor: Figure {
    static let label = "tvmonitor"

    enum Picture: Sendable { case landscape, match, text, off }

    var picture: Picture
    var isTube: Bool
    var sky: Tone
    /// Half the width of the case.
    var half: Double
    let facing = Facing.frontal
    var shadow: (width: Double, depth: Double)? { (half * 0.8, 4) }

    init(varying random: inout SplitMix64) {
        picture = random.pick(.landscape, .match, .text, .off)
        isTube = random.chance(0.25)
        sky = random.pick(Tone(0x6FB3E0), Tone(0xF0A860), Tone(0x8A7AC0))
        half = isTube ? 34 : random.number(in: 38...56)
    }

    private var height: Double { isTube ? half * 1.6 : half * 1.16 }

    func draw(on sketch: inout Sketch) {
        let frame = isTube ? Tone(0x6B5A4A) : Tone(0x1E2024)
        let base = isTube ? 3.0 : 9
        if isTube {
            sketch.stroke([(-6, base + height), (-22, base + height + 22)], 1.6, Tone(0x8A8E94))
            sketch.stroke([(6, base + height), (22, base + height + 22)], 1.6, Tone(0x8A8E94))
            for x in [-half + 9, half - 9] {
                sketch.fill(.rectangle(x - 3, 0, 6, 5), Tone(0x2A2420))
            }
        } else {
            sketch.fill(.rectangle(-4, 1, 8, 12), .lit(Tone(0x3A3D43), from: 12, to: 0))
            sketch.fill(.rectangle(-half * 0.36, 0, half * 0.72, 2.6, corner: 1.2), Tone(0x2A2C31))
        }
        sketch.fill(
            .rectangle(-half, base, half * 2, height, corner: isTube ? 6 : 2),
            .lit(frame, from: base + height, to: base))
        let edge = isTube ? 6.0 : 2.4
        let width = half * 2 - edge * 2 - (isTube ? 14 : 0)
        drawPicture(
            left: -half + edge, bottom: base + edge, width: width, height: height - edge * 2,
            on: &sketch)
        if isTube {
            for y in [0.75, 0.55] {
                sketch.fill(.circle(half - 9, base + height * y, 3.6), Tone(0xD9CDB8))
            }
        } else {
            sketch.glow(.circle(half - 5, base + 1.3, 0.7), Tone(0x6FE08A))
        }
    }

    private func drawPicture(
        left: Double, bottom: Double, width: Double, height: Double, on sketch: inout Sketch
    ) {
        let screen = Path.rectangle(left, bottom, width, height, corner: isTube ? 7 : 0.6)
        let top = (left, bottom + height)
        sketch.within(Transform.scale(width, height).then(.translation(left, bottom))) { sketch in
            let unit = Path.rectangle(0, 0, 1, 1, corner: isTube ? 0.1 : 0.005)
            switch picture {
            case .off:
                sketch.fill(
                    unit, .linear((0, 1), (1, 0), [Tone(0x39414B), Tone(0x14171B), Tone(0x1C2026)]))
            case .landscape: drawLandscape(unit, on: &sketch)
            case .match: drawMatch(unit, on: &sketch)
            case .text: drawText(unit, on: &sketch)
            }
        }
        sketch.fill(
            screen,
            .linear(top, (left + width * 0.5, bottom), [Tone.white, .white]).fadedOut(from: 0.16))
    }

    private func drawLandscape(_ screen: Path, on sketch: inout Sketch) {
        sketch.glow(screen, .linear((0, 1), (0, 0.3), [sky, sky.lighter(0.6)]))
        sketch.glow(.ellipse(0.72, 0.72, 0.07, 0.11), Paint(Tone(0xFFF3C0)))
        sketch.glow(Path(polygon: [(0.02, 0.3), (0.3, 0.75), (0.6, 0.3)]), Paint(Tone(0x5A6A8C)))
        sketch.glow(Path(polygon: [(0.35, 0.3), (0.62, 0.6), (0.97, 0.3)]), Paint(Tone(0x46557A)))
        sketch.glow(
            .rectangle(0.005, 0.01, 0.99, 0.32),
            .linear((0, 0.33), (0, 0), [Tone(0x7FB26A), Tone(0x3F7A48)]))
    }

    private func drawMatch(_ screen: Path, on sketch: inout Sketch) {
        sketch.glow(screen, .linear((0, 1), (0, 0), [Tone(0x5BA84F), Tone(0x3C8A3C)]))
        for stripe in 0..<3 {
            sketch.glow(
                .rectangle(0.08 + Double(stripe) * 0.32, 0.01, 0.16, 0.98), Paint(Tone(0x4C9A45)))
        }
        sketch.glow(.rectangle(0.495, 0.01, 0.012, 0.98), Paint(.white))
        sketch.glow(.arc(0.5, 0.5, 0.16, from: 0, to: 1, width: 0.014), Paint(.white))
        for (x, y) in [(0.2, 0.6), (0.34, 0.3), (0.62, 0.68), (0.8, 0.4)] {
            sketch.glow(
                .ellipse(x, y, 0.02, 0.07), Paint(x < 0.5 ? Tone(0xD93A34) : Tone(0xF4F4F4)))
        }
    }

    private func drawText(_ screen: Path, on sketch: inout Sketch) {
        sketch.glow(screen, .linear((0, 1), (0, 0), [Tone(0x20303F), Tone(0x172430)]))
        sketch.glow(.rectangle(0.005, 0.9, 0.99, 0.095), Paint(Tone(0x3A78B8)))
        for line in 0..<8 {
            let length = Double((line * 37) % 50) / 100 + 0.2
            sketch.glow(
                .rectangle(
                    0.08 + Double(line % 3) * 0.06, 0.78 - Double(line) * 0.093, length, 0.035),
                Paint(line % 3 == 0 ? Tone(0x8FD0A0) : Tone(0xD6DEE6)))
        }
    }
}

/// A horse from the side, its head up or down to the grass.
struct Horse: Figure {
    static let label = "horse"

    var coat: Tone
    var mane: Tone
    var hasBlaze: Bool
    var hasSocks: Bool
    var isGrazing: Bool
    var stride: Double
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (120, 18)

    init(varying random: inout SplitMix64) {
        coat = random.pick(
            Tone(0x8A4B25), Tone(0x4A2C1E), Tone(0xD9D4CB), Tone(0xC08A4C), Tone(0x2F2826)
        ).varied(&random, by: 0.02)
        mane = random.pick(coat.darker(0.6), coat.darker(0.55), Tone(0xE9DDBF))
        hasBlaze = random.chance(0.5)
        hasSocks = random.chance(0.5)
        isGrazing = random.chance(0.35)
        stride = random.number(in: -14...14)
    }

    func draw(on sketch: inout Sketch) {
        leg(hip: (-62, 92), hoof: -56 - stride, coat.darker(0.32), on: &sketch)
        leg(hip: (58, 90), hoof: 66 - stride, coat.darker(0.32), on: &sketch)
        sketch.fill(
            Path(smooth: [
                (-84, 138), (-104, 126), (-114, 92), (-108, 54), (-100, 60), (-96, 92), (-84, 118),
            ]),
            .lit(mane, from: 140, to: 50))
        sketch.fill(
            Path(smooth: [
                (-88, 134), (-62, 148), (-20, 138), (30, 144), (64, 148), (84, 126), (80, 100),
                (60, 82),
                (20, 80), (-30, 90), (-60, 84), (-84, 96), (-93, 116),
            ]),
            .lit(coat, from: 150, to: 80))
        leg(hip: (-66, 104), hoof: -72 + stride, coat, on: &sketch)
        leg(hip: (58, 98), hoof: 54 + stride, coat, on: &sketch)
        sketch.within(.rotation(turns: isGrazing ? -0.255 : 0, about: Point(66, 122))) { sketch in
            drawNeck(on: &sketch)
            sketch.within(.rotation(turns: isGrazing ? 0.1 : 0, about: Point(98, 204))) {
                drawHead(on: &$0)
            }
        }
    }

    private func leg(hip: (Double, Double), hoof: Double, _ tone: Tone, on sketch: inout Sketch) {
        let back = hip.0 < 0 ? -6.0 : 2
        let knee = ((hip.0 + hoof) / 2 + back, 54.0)
        sketch.limb([(hip.0, hip.1, 40), (knee.0, knee.1, 14), (hoof, 14, 10)], tone)
        if hasSocks {
            sketch.limb([((knee.0 + hoof * 3) / 4, 26, 11), (hoof, 13, 11)], Tone(0xEFEBE3))
        }
        sketch.fill(
            Path(polygon: [(hoof - 6, 13), (hoof + 6, 13), (hoof + 11, 0), (hoof - 8, 0)]),
            Tone(0x2E2826))
    }

    private func drawNeck(on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [
                (38, 142), (66, 176), (92, 206), (112, 196), (106, 176), (92, 150), (82, 108),
                (60, 104),
            ]),
            .linear((60, 200), (90, 110), [coat.lighter(0.14), coat, coat.darker(0.12)]))
        sketch.fill(
            Path(smooth: [
                (98, 214), (84, 212), (62, 186), (40, 154), (30, 138), (48, 142), (68, 160),
                (84, 182),
                (98, 200),
            ]),
            .lit(mane, from: 222, to: 140))
    }

    private func drawHead(on sketch: inout Sketch) {
        sketch.fill(Path(polygon: [(95, 206), (103, 233), (110, 208)]), coat.darker(0.35))
        sketch.fill(
            Path(smooth: [
                (88, 206), (98, 218), (112, 210), (132, 184), (147, 164), (144, 150), (130, 150),
                (112, 170), (94, 182),
            ]),
            .lit(coat, from: 216, to: 150))
        sketch.fill(
            Path(smooth: [(134, 168), (149, 162), (144, 149), (130, 150)]), coat.darker(0.35))
        if hasBlaze {
            sketch.fill(
                Path(smooth: [(110, 206), (118, 204), (138, 174), (132, 174)]), Tone(0xF3EFE7))
        }
        sketch.fill(Path(polygon: [(88, 206), (93, 234), (103, 211)]), coat.darker(0.12))
        sketch.fill(
            Path(smooth: [(96, 222), (88, 212), (90, 198), (100, 200), (113, 200), (107, 214)]),
            .lit(mane, from: 222, to: 190))
        sketch.fill(.ellipse(113, 194, 3.6, 4), Tone(0x141113))
        sketch.fill(.circle(114, 195.5, 1.2), .white)
        sketch.fill(.ellipse(141, 160, 2.6, 3.4), Tone(0x1E1717))
        sketch.curve([(130, 155), (138, 154)], 1.6, coat.darker(0.55))
    }
}

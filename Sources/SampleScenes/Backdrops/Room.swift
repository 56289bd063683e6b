/// A room's back wall and floor, with a window, a picture and a rug.
struct Room {
    enum Floor: Sendable { case boards, tiles }

    /// The row at which the wall meets the floor.
    var skirting: Double
    var wall: Tone
    var floor: Tone
    var kind: Floor

    init(skirting: Double, varying random: inout SplitMix64) {
        self.skirting = skirting
        wall = random.pick(
            Tone(0xD9D2C2), Tone(0xB9C8C4), Tone(0xE3C9AE), Tone(0xA9B5C4), Tone(0xC9BFD0),
            Tone(0xD8C98F)
        ).varied(&random, by: 0.03)
        floor = random.pick(Tone(0xB07C4E), Tone(0x8A5E3C), Tone(0xC9A77C), Tone(0x9A8F84))
            .varied(&random, by: 0.02)
        kind = random.pick(.boards, .boards, .tiles)
    }

    func draw(width: Double, on sketch: inout Sketch, random: inout SplitMix64) {
        sketch.fill(
            .rectangle(-2, -2, width + 4, skirting + 4),
            .radial(
                (width * 0.45, skirting * 0.4), (width * 0.9, skirting * 1.3),
                [wall.lighter(0.18), wall, wall.darker(0.22)]))
        drawFloor(width, on: &sketch, random: &random)
        sketch.fill(
            .rectangle(-2, skirting - 9, width + 4, 10),
            .lit(wall.lighter(0.5), from: skirting - 9, to: skirting))
    }

    private func drawFloor(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let bottom = Stage.height + 4
        sketch.fill(
            .rectangle(-2, skirting, width + 4, bottom - skirting),
            .linear((0, skirting), (0, bottom), [floor.darker(0.2), floor, floor.lighter(0.06)]))
        let rows = 7
        var previous = skirting
        for row in 1...rows {
            let depth = Double(row) / Double(rows)
            let y = skirting + (bottom - skirting) * depth * depth
            let shift = kind == .tiles ? 0 : random.number(in: 0...60)
            let step = kind == .tiles ? 30 + 50 * depth : 90 + 120 * depth
            var x = -shift + (kind == .tiles ? width / 2 - step * 20 : 0)
            while x < width + 40 {
                if random.chance(0.5) {
                    sketch.fill(
                        .rectangle(x, previous, step, y - previous),
                        random.pick(Tone.white, Tone.black), opacity: 0.045)
                }
                sketch.fill(
                    .rectangle(x, previous, 0.9, y - previous), floor.darker(0.35), opacity: 0.7)
                x += step
            }
            sketch.fill(.rectangle(-2, y - 0.6, width + 4, 1.1), floor.darker(0.35), opacity: 0.7)
            previous = y
        }
    }

    /// A window onto the hour outside, between curtains.
    static func drawWindow(
        at x: Double, _ y: Double, width: Double, height: Double, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        let frame = Tone(0xF1EDE4)
        sketch.fill(
            .rectangle(x - 6, y - 6, width + 12, height + 12), .lit(frame, from: y, to: y + height))
        let outside =
            sketch.light.isDark
            ? [Tone(0x101A33), Tone(0x2A3656)] : [Tone(0x8CC3E8), Tone(0xDDEFF4)]
        sketch.glow(.rectangle(x, y, width, height), .linear((0, y), (0, y + height), outside))
        sketch.fill(
            Path(smooth: [
                (x, y + height * 0.72), (x + width * 0.3, y + height * 0.6),
                (x + width * 0.62, y + height * 0.7), (x + width, y + height * 0.62),
                (x + width, y + height), (x, y + height),
            ]),
            .lit(Tone(0x6FA05A), from: y + height * 0.6, to: y + height))
        sketch.fill(.rectangle(x + width / 2 - 2, y, 4, height), frame)
        sketch.fill(.rectangle(x, y + height * 0.4, width, 3.4), frame)
        sketch.fill(
            .rectangle(x - 12, y + height + 5, width + 24, 8, corner: 2),
            .lit(frame, from: y + height + 5, to: y + height + 13))
        let cloth = random.pick(Tone(0xC9785A), Tone(0x5E8A90), Tone(0xD9C79A), Tone(0x8A6A8C))
        for side in [0.0, 1.0] {
            let left = side == 0 ? x - 20 : x + width - 8
            sketch.fill(
                .rectangle(left, y - 14, 28, height + 30, corner: 3),
                .linear(
                    (left, 0), (left + 28, 0),
                    [
                        cloth, cloth.lighter(0.2), cloth.darker(0.18), cloth.lighter(0.1),
                        cloth.darker(0.25),
                    ]))
        }
        sketch.stroke([(x - 28, y - 15), (x + width + 28, y - 15)], 4, Tone(0x6B4A33))
    }

    /// A picture in its frame.
    static func drawPicture(
        at x: Double, _ y: Double, width: Double, height: Double, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        sketch.fill(.rectangle(x + 3, y + 4, width, height), .black, opacity: 0.18)
        sketch.fill(
            .rectangle(x, y, width, height),
            random.pick(Tone(0x5A4030), Tone(0x2E3238), Tone(0xC9A25A)))
        sketch.fill(.rectangle(x + 4, y + 4, width - 8, height - 8), Tone(0xF3EEE2))
        let (left, top) = (x + 9, y + 9)
        let (inner, tall) = (width - 18, height - 18)
        let tone = random.pick(Tone(0xD98A5A), Tone(0x6A93B0), Tone(0x7FA277))
        sketch.fill(.rectangle(left, top, inner, tall), .lit(tone, from: top, to: top + tall))
        sketch.fill(.circle(left + inner * 0.68, top + tall * 0.34, tall * 0.14), tone.lighter(0.6))
        sketch.fill(
            Path(polygon: [
                (left, top + tall), (left, top + tall * 0.7),
                (left + inner * 0.4, top + tall * 0.5), (left + inner, top + tall * 0.8),
                (left + inner, top + tall),
            ]),
            tone.darker(0.35))
    }

    /// A rug lying on the floor about a point.
    static func drawRug(
        at x: Double, _ y: Double, width: Double, depth: Double, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        let tone = random.pick(Tone(0xB5594A), Tone(0x4F7480), Tone(0xC9B08A), Tone(0x6A6A8A))
        for (inset, shade) in [
            (0.0, tone), (0.1, tone.lighter(0.35)), (0.16, tone), (0.5, tone.darker(0.15)),
        ] {
            let (half, deep) = (width / 2 * (1 - inset), depth / 2 * (1 - inset))
            sketch.fill(
                Path(polygon: [
                    (x - half, y + deep), (x + half, y + deep), (x + half * 0.84, y - deep),
                    (x - half * 0.84, y - deep),
                ]), shade)
        }
    }
}

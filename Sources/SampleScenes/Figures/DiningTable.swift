/// A dining table seen a little from above; what stands on it stands 74 cm high.
struct DiningTable: Figure {
    static let label = "diningtable"

    var wood: Tone
    var cloth: Tone?
    var isRound: Bool
    let facing = Facing.unspecified
    let shadow: (width: Double, depth: Double)? = (110, 22)

    /// Half the length of the top.
    static let reach = 92.0

    init(varying random: inout SplitMix64) {
        wood = random.pick(Tone(0xA9713F), Tone(0x6B4529), Tone(0xD3AB74), Tone(0xE9E4D8))
            .varied(&random, by: 0.03)
        isRound = random.chance(0.4)
        cloth =
            random.chance(0.45)
            ? random.pick(Tone(0xF3EEE4), Tone(0xB8433B), Tone(0x4A7396), Tone(0x88A070)) : nil
    }

    func draw(on sketch: inout Sketch) {
        isRound ? drawRound(on: &sketch) : drawLong(on: &sketch)
    }

    private func drawLong(on sketch: inout Sketch) {
        let reach = Self.reach
        for x in [-reach + 22, reach - 22] {
            sketch.limb([(x, 70, 7), (x, 12, 5)], wood.darker(0.45))
        }
        for x in [-reach + 8, reach - 8] {
            sketch.limb([(x, 64, 9), (x, 2, 6)], wood.darker(0.15))
        }
        sketch.fill(.rectangle(-reach + 4, 56, reach * 2 - 8, 10), wood.darker(0.3))
        let top: [(Double, Double)] = [
            (-reach - 4, 66), (reach + 4, 66), (reach - 18, 84), (-reach + 18, 84),
        ]
        sketch.fill(
            Path(polygon: top),
            .linear((-reach, 84), (reach, 66), [wood.lighter(0.25), wood, wood.darker(0.08)]))
        sketch.fill(.rectangle(-reach - 4, 62, reach * 2 + 8, 4.6, corner: 1.5), wood.darker(0.18))
        for line in 1..<4 {
            let y = 66 + Double(line) * 4.5
            let inset = Double(line) * 5.5
            sketch.stroke(
                [(-reach - 4 + inset, y), (reach + 4 - inset, y)], 0.7, wood.darker(0.14))
        }
        if let cloth { drawCloth(cloth, on: &sketch) }
        drawPlaces(on: &sketch)
    }

    private func drawCloth(_ cloth: Tone, on sketch: inout Sketch) {
        let reach = Self.reach
        sketch.fill(
            Path(polygon: [
                (-reach - 5, 66), (reach + 5, 66), (reach - 18, 84.4), (-reach + 18, 84.4),
            ]),
            .linear((-reach, 84), (reach, 66), [cloth.lighter(0.3), cloth]))
        var hem: [(Double, Double)] = [(-reach - 5, 66), (reach + 5, 66)]
        for fold in 0...12 {
            hem.append((reach + 5 - Double(fold) * (reach * 2 + 10) / 12, fold % 2 == 0 ? 40 : 44))
        }
        sketch.fill(Path(polygon: hem), .lit(cloth.darker(0.08), from: 66, to: 36))
        for fold in 1..<12 where fold % 2 == 1 {
            let x = reach + 5 - Double(fold) * (reach * 2 + 10) / 12
            sketch.stroke([(x, 64), (x, 45)], 1.3, cloth.darker(0.22))
        }
    }

    private func drawRound(on sketch: inout Sketch) {
        let tone = cloth ?? wood
        for x in [-38.0, 38] { sketch.limb([(0, 18, 8), (x, 2, 6)], wood.darker(0.25)) }
        sketch.limb(
            [(0, 66, 17), (0, 30, 11), (0, 12, 15)],
            Paint.linear((-9, 0), (9, 0), [wood.darker(0.1), wood.darker(0.4)]))
        if cloth != nil {
            sketch.fill(
                Path(smooth: [
                    (-80, 72), (-84, 44), (-50, 36), (0, 34), (50, 36), (84, 44), (80, 72),
                ]),
                .lit(tone.darker(0.12), from: 72, to: 34))
            for x in [-60.0, -36, -12, 12, 36, 60] {
                sketch.stroke([(x * 0.97, 64), (x * 1.04, 41)], 1.5, tone.darker(0.3))
            }
        }
        sketch.fill(.ellipse(0, 69, 82, 14.6), wood.darker(0.35))
        sketch.fill(
            .ellipse(0, 72.4, 82, 14.6),
            .linear((-80, 86), (80, 60), [tone.lighter(0.3), tone, tone.darker(0.1)]))
        drawPlaces(on: &sketch)
    }

    /// Plates, which are part of a laid table.
    private func drawPlaces(on sketch: inout Sketch) {
        for x in [-56.0, 54] {
            sketch.fill(.ellipse(x, 70.6, 13, 3.4), Tone(0xC9CCD0))
            sketch.fill(.ellipse(x, 71.4, 13, 3.4), Tone(0xF6F6F3))
            sketch.fill(.ellipse(x, 71.4, 8.6, 2.1), Tone(0xE3E6E8))
        }
    }
}

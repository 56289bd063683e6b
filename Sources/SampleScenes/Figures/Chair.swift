/// A chair seen a little from above and the side: of wood, or upholstered.
struct Chair: Figure {
    static let label = "chair"

    var wood: Tone
    var seat: Tone
    var isPadded: Bool
    var slats: Int
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (34, 9)

    init(varying random: inout SplitMix64) {
        wood = random.pick(
            Tone(0x9A6336), Tone(0x5B3A24), Tone(0xD1A66C), Tone(0xEDE8DE), Tone(0x34363A)
        ).varied(&random, by: 0.03)
        seat = random.pick(Tone(0xB5453A), Tone(0x3A6A8C), Tone(0x5C7F4E), Tone(0xD9A441))
        isPadded = random.chance(0.5)
        slats = 2 + random.integer(below: 3)
    }

    func draw(on sketch: inout Sketch) {
        let dark = wood.darker(0.35)
        // Far legs first; the back stands on the left.
        sketch.limb([(-10, 46, 4), (-8, 7, 3)], dark)
        sketch.limb([(31, 44, 4), (33, 7, 3)], dark)
        sketch.limb([(-10, 46, 4.4), (-15, 92, 4)], dark)
        drawBack(on: &sketch)
        sketch.fill(
            Path(polygon: [(-26, 42), (21, 40), (35, 47), (-9, 49)]), .lit(wood, from: 50, to: 38))
        sketch.fill(Path(polygon: [(-26, 42), (21, 40), (21, 35), (-26, 37)]), wood.darker(0.12))
        sketch.fill(Path(polygon: [(21, 40), (35, 47), (35, 42), (21, 35)]), dark)
        if isPadded {
            sketch.fill(
                Path(smooth: [(-25, 44), (-8, 51), (14, 50), (34, 49), (31, 45), (20, 42), (0, 42)]
                ),
                .lit(seat, from: 52, to: 41))
        }
        sketch.limb([(-24, 40, 4.8), (-26, 0, 3.4)], wood)
        sketch.limb([(19, 38, 4.8), (21, 0, 3.4)], wood)
        sketch.limb([(-25, 16, 2.6), (20, 15, 2.6)], wood.darker(0.2))
    }

    private func drawBack(on sketch: inout Sketch) {
        if isPadded {
            sketch.fill(
                Path(smooth: [(-29, 60), (-31, 90), (-27, 93), (-16, 95), (-13, 90), (-11, 62)]),
                .lit(seat, from: 96, to: 58))
        } else {
            for slat in 0..<slats {
                let y = 58 + Double(slat) * 30 / Double(slats)
                sketch.fill(
                    Path(polygon: [(-28, y), (-11, y + 3), (-11.5, y + 9), (-28.5, y + 6)]),
                    wood.darker(0.14))
            }
        }
        sketch.limb([(-25, 42, 5), (-31, 94, 4.4)], wood)
        sketch.limb([(-31, 92, 7), (-15, 94, 6.4)], Paint.lit(wood, from: 98, to: 88))
    }
}

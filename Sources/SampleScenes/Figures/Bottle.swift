/// A bottle of wine, beer, water or sauce, 20 to 33 cm high.
struct Bottle: Figure {
    static let label = "bottle"

    enum Kind: Sendable { case wine, beer, water, sauce }

    var kind: Kind
    var glass: Tone
    var paper: Tone
    let facing = Facing.unspecified
    let shadow: (width: Double, depth: Double)? = (7, 1.4)

    init(varying random: inout SplitMix64) {
        kind = random.pick(.wine, .beer, .water, .sauce)
        glass =
            switch kind {
            case .wine: random.pick(Tone(0x24402E), Tone(0x4A1F2A), Tone(0x5A6B2A))
            case .beer: random.pick(Tone(0x6B3A18), Tone(0x2F6B3A))
            case .water: random.pick(Tone(0x8FC7DE), Tone(0xA9D9C9))
            case .sauce: random.pick(Tone(0xC22F25), Tone(0xE0B22E))
            }
        paper = random.pick(Tone(0xF3EBD6), Tone(0xE8C05A), Tone(0xC9473B), Tone(0x2F5B8A))
    }

    func draw(on sketch: inout Sketch) {
        let (half, shoulder, neck, height) = measures
        let right: [(Double, Double)] = [
            (half - 0.6, 0), (half, 0.8), (half, shoulder - 2), (half - 0.7, shoulder),
            (neck + 0.2, shoulder + 4.4),
            (neck, shoulder + 6), (neck, height),
        ]
        let outline = right + right.reversed().map { (-$0.0, $0.1) }
        sketch.fill(
            Path(polygon: outline),
            .linear(
                (-half, 0), (half, 0),
                [glass.darker(0.25), glass.lighter(0.3), glass, glass.darker(0.45)]))
        sketch.fill(
            .rectangle(-half + 0.8, 2, 0.9, shoulder - 4, corner: 0.4), .white, opacity: 0.45)
        sketch.fill(
            .rectangle(-half, shoulder * 0.24, half * 2, shoulder * 0.46),
            .linear(
                (-half, 0), (half, 0), [paper.darker(0.1), paper.lighter(0.2), paper.darker(0.22)]))
        sketch.fill(.ellipse(0, shoulder * 0.47, half * 0.5, shoulder * 0.12), paper.darker(0.5))
        drawCap(neck: neck, height: height, on: &sketch)
    }

    private var measures: (half: Double, shoulder: Double, neck: Double, height: Double) {
        switch kind {
        case .wine: (3.8, 19, 1.5, 31)
        case .beer: (3.2, 14, 1.4, 23.5)
        case .water: (3.9, 17, 1.5, 25)
        case .sauce: (3.4, 13, 1.3, 20)
        }
    }

    private func drawCap(neck: Double, height: Double, on sketch: inout Sketch) {
        switch kind {
        case .wine:
            sketch.fill(
                .rectangle(-neck - 0.3, height - 6, neck * 2 + 0.6, 6.6, corner: 0.5),
                .lit(Tone(0x7A2433), from: height, to: height - 7))
        case .beer:
            sketch.fill(
                .rectangle(-neck - 0.5, height - 0.6, neck * 2 + 1, 1.6, corner: 0.5),
                Tone(0xD9B23C))
        case .water:
            sketch.fill(
                .rectangle(-neck - 0.4, height - 1, neck * 2 + 0.8, 2.6, corner: 0.5),
                Tone(0x2E6FC0))
        case .sauce:
            sketch.fill(
                Path(polygon: [
                    (-neck - 0.4, height - 1), (neck + 0.4, height - 1), (0.7, height + 3.6),
                    (-0.7, height + 3.6),
                ]), Tone(0xF2EFE6))
        }
    }
}

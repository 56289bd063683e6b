/// A plant in its pot, 35 to 110 cm high.
struct PottedPlant: Figure {
    static let label = "pottedplant"

    enum Kind: Sendable { case broadLeaves, swords, cactus, flowers, tree }

    var kind: Kind
    var pot: Tone
    var leaf: Tone
    var petal: Tone
    private var jitter: [Double]
    let facing = Facing.unspecified
    let shadow: (width: Double, depth: Double)? = (22, 5)

    init(varying random: inout SplitMix64) {
        kind = random.pick(.broadLeaves, .swords, .cactus, .flowers, .tree)
        pot = random.pick(
            Tone(0xB8623A), Tone(0xEDE7DB), Tone(0x3F5F78), Tone(0x8A7F74), Tone(0xD9A13C)
        )
        .varied(&random, by: 0.02)
        leaf = random.pick(Tone(0x3F8A4C), Tone(0x2C6B48), Tone(0x6FA04A)).varied(&random, by: 0.03)
        petal = random.pick(Tone(0xD9466B), Tone(0xE8B93A), Tone(0xF1EDEB), Tone(0x8A5BC0))
        jitter = (0..<16).map { _ in random.number(in: -1...1) }
    }

    init(_ kind: Kind, varying random: inout SplitMix64) {
        self.init(varying: &random)
        self.kind = kind
    }

    func draw(on sketch: inout Sketch) {
        switch kind {
        case .broadLeaves: drawBroadLeaves(on: &sketch)
        case .swords: drawSwords(on: &sketch)
        case .cactus: drawCactus(on: &sketch)
        case .flowers: drawFlowers(on: &sketch)
        case .tree: drawTree(on: &sketch)
        }
        drawPot(on: &sketch)
    }

    private func drawPot(on sketch: inout Sketch) {
        sketch.fill(
            Path(polygon: [(-16, 26), (16, 26), (12, 0), (-12, 0)]),
            .linear((-16, 0), (16, 0), [pot.lighter(0.12), pot, pot.darker(0.35)]))
        sketch.fill(
            .rectangle(-18, 23, 36, 7.5, corner: 1.6),
            .linear((-18, 0), (18, 0), [pot.lighter(0.25), pot.lighter(0.05), pot.darker(0.3)]))
    }

    /// A pointed leaf from one point to another, `width` across, with its vein.
    private func leaf(
        _ start: Point, _ end: Point, width: Double, _ tone: Tone, on sketch: inout Sketch
    ) {
        let along = end - start
        let across = Point(-along.y, along.x) * (width / 2 / max(along.length, 1e-6))
        let one = start.towards(end, by: 0.4) + across
        let other = start.towards(end, by: 0.4) - across
        let outline = [start, one, end, other]
        sketch.fill(
            Path(outlines: [
                Path.bezier(outline[0], outline[1], outline[1], outline[2])
                    + Path.bezier(outline[2], outline[3], outline[3], outline[0])
            ]),
            .linear(
                (one.x, one.y), (other.x, other.y), [tone.lighter(0.18), tone, tone.darker(0.22)]))
        sketch.stroke([(start.x, start.y), (end.x, end.y)], 0.7, tone.darker(0.3))
    }

    private func drawBroadLeaves(on sketch: inout Sketch) {
        for index in 0..<11 {
            let turn = 0.25 + (Double((index * 7) % 11) - 5) * 0.036 + jitter[index] * 0.01
            let out = UnitCircle.point(atTurn: turn)
            let reach = 42 + jitter[index] * 8
            let tip = Point(out.x * reach * 1.2, 28 + out.y * reach)
            let stem = Point(out.x * reach * 0.35, 26 + out.y * reach * 0.45)
            sketch.limb([(0, 24, 2), (stem.x, stem.y, 1.8)], leaf.darker(0.2))
            leaf(stem, tip, width: 34, index % 2 == 0 ? leaf : leaf.darker(0.16), on: &sketch)
        }
    }

    private func drawSwords(on sketch: inout Sketch) {
        for index in 0..<9 {
            let x = (Double((index * 4) % 9) - 4) * 2.6
            let tip = Point(x * 2.6 + jitter[index] * 3, 66 + jitter[index + 4] * 9 - abs(x) * 0.9)
            leaf(
                Point(x, 22), tip, width: 13, index % 2 == 0 ? leaf : leaf.darker(0.2), on: &sketch)
        }
    }

    private func drawCactus(on sketch: inout Sketch) {
        let paint = Paint.linear((-14, 0), (14, 0), [leaf.lighter(0.18), leaf, leaf.darker(0.35)])
        sketch.limb([(0, 24, 19), (0, 66, 19)], paint)
        sketch.limb([(-8, 42, 8), (-20, 44, 8), (-21, 56, 8)], leaf)
        sketch.limb([(8, 48, 8), (19, 51, 8), (20, 66, 8)], leaf.darker(0.18))
        for x in [-5.0, 0, 5] { sketch.stroke([(x, 28), (x, 70)], 0.8, leaf.darker(0.3)) }
        sketch.fill(.circle(0, 76, 5), petal)
        sketch.fill(.circle(0, 76, 2), Tone(0xF0D060))
    }

    private func drawFlowers(on sketch: inout Sketch) {
        for index in 0..<8 {
            let out = UnitCircle.point(atTurn: 0.25 + (Double(index) - 3.5) * 0.05)
            leaf(
                Point(0, 24), Point(out.x * 28, 26 + out.y * 18), width: 12, leaf.darker(0.1),
                on: &sketch)
        }
        for index in 0..<6 {
            let x = (Double(index) - 2.5) * 8 + jitter[index] * 2
            let y = 52 + jitter[index + 6] * 8
            sketch.limb([(x * 0.2, 26, 1.4), (x, y, 1.4)], leaf.darker(0.15))
            for petalIndex in 0..<6 {
                let out = UnitCircle.point(atTurn: Double(petalIndex) / 6)
                sketch.fill(
                    .circle(x + out.x * 4, y + out.y * 4, 3.3),
                    petal.darker(Float(petalIndex % 2) * 0.12))
            }
            sketch.fill(.circle(x, y, 2.8), Tone(0xF0C23A))
        }
    }

    private func drawTree(on sketch: inout Sketch) {
        sketch.limb([(0, 26, 5), (2, 50, 4), (0, 74, 4)], Tone(0x7A5636))
        for index in 0..<14 {
            let out = UnitCircle.point(atTurn: Double(index) * 0.382)
            let reach = 7 + Double(index) * 1.6
            sketch.fill(
                .circle(out.x * reach, 84 + out.y * reach * 0.8, 12 + jitter[index] * 2),
                index % 3 == 0 ? leaf.lighter(0.12) : index % 3 == 1 ? leaf : leaf.darker(0.18))
        }
        for index in 0..<10 {
            let out = UnitCircle.point(atTurn: Double(index) * 0.382 + 0.1)
            let reach = 6 + Double(index) * 2
            sketch.fill(
                .ellipse(out.x * reach, 86 + out.y * reach * 0.8, 4.4, 2.4), leaf.lighter(0.26))
        }
    }
}

/// A tree of the landscape, standing on the ground of the stage.
struct Tree {
    var height: Double
    var leaf: Tone
    var isConifer: Bool

    init(height: Double, varying random: inout SplitMix64) {
        self.height = height
        leaf = random.pick(Tone(0x4F8A45), Tone(0x3D7746), Tone(0x7A9A44), Tone(0x5E9350))
            .varied(&random, by: 0.03)
        isConifer = random.chance(0.25)
    }

    /// Draws it with its foot at a point, y down.
    func draw(at x: Double, _ y: Double, on sketch: inout Sketch, random: inout SplitMix64) {
        sketch.limb(
            [(x, y, height * 0.09), (x, y - height * 0.5, height * 0.05)], Tone(0x6A4A33))
        isConifer
            ? drawConifer(x, y, on: &sketch) : drawCrown(x, y, on: &sketch, random: &random)
    }

    private func drawConifer(_ x: Double, _ y: Double, on sketch: inout Sketch) {
        for tier in 0..<4 {
            let base = y - height * (0.14 + Double(tier) * 0.2)
            let half = height * (0.27 - Double(tier) * 0.052)
            sketch.fill(
                Path(polygon: [(x - half, base), (x + half, base), (x, base - height * 0.34)]),
                .linear(
                    (x - half, 0), (x + half, 0), [leaf.darker(0.15), leaf.darker(0.4)]))
        }
    }

    private func drawCrown(
        _ x: Double, _ y: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let center = y - height * 0.66
        let puffs = height > 250 ? 40 : 12
        for puff in 0..<puffs {
            let out = UnitCircle.point(atTurn: Double(puff) * 0.382)
            let reach = height * 0.28 * (Double(puff) / Double(puffs)).squareRoot()
            let radius = height * random.number(in: 0.11...0.16) * (puffs > 12 ? 0.6 : 1)
            let light = Float(out.y) * -0.1 - Float(out.x) * 0.06
            sketch.fill(
                .circle(x + out.x * reach, center + out.y * reach * 0.85, radius),
                light > 0 ? leaf.lighter(light) : leaf.darker(-light * 2.4))
        }
        for _ in 0..<(puffs + 6) {
            let out = UnitCircle.point(atTurn: random.unit())
            let reach = height * 0.27 * random.unit()
            sketch.fill(
                .ellipse(
                    x + out.x * reach, center + out.y * reach, height * 0.32 / Double(puffs),
                    height * 0.2 / Double(puffs)),
                leaf.lighter(0.2), opacity: 0.7)
        }
    }
}

/// Small marks strewn over the ground of a stage so that it is no even colour; nearer ones are
/// larger.
struct Texture {
    enum Mark: Sendable { case speck, blade, ripple }

    var mark: Mark
    var tones: [Tone]
    var count: Int

    func strew(
        from top: Double, to bottom: Double, width: Double, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        for _ in 0..<count {
            // The square puts more of them far away, where there is more ground to a row.
            let depth = random.unit()
            let y = top + (bottom - top) * depth * depth
            let size = 0.5 + 2.6 * depth * depth
            let x = random.number(in: -10...width + 10)
            let tone = tones[random.integer(below: tones.count)]
            draw(x, y, size, tone, on: &sketch, random: &random)
        }
    }

    private func draw(
        _ x: Double, _ y: Double, _ size: Double, _ tone: Tone, on sketch: inout Sketch,
        random: inout SplitMix64
    ) {
        switch mark {
        case .speck:
            sketch.fill(.rectangle(x, y, size * 1.6, size * 0.5), tone, opacity: 0.5)
        case .blade:
            let lean = random.number(in: -1.4...1.4) * size
            sketch.fill(
                Path(polygon: [
                    (x - size * 0.4, y), (x + size * 0.4, y), (x + lean, y - size * 3.4),
                ]),
                tone, opacity: 0.75)
        case .ripple:
            let length = size * random.number(in: 4...11)
            sketch.fill(
                Path(polygon: [
                    (x - length, y), (x, y - size * 0.34), (x + length, y), (x, y + size * 0.34),
                ]), tone, opacity: 0.55)
        }
    }
}

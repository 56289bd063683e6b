/// The sky of the hour, down to a row of the stage, with clouds or stars.
struct Sky {
    var bottom: Double
    var clouds: Int

    func draw(width: Double, on sketch: inout Sketch, random: inout SplitMix64) {
        let isDark = sketch.light.isDark
        sketch.glow(
            .rectangle(-2, -2, width + 4, bottom + 4),
            .linear((0, 0), (0, bottom), Self.tones(sketch.light)))
        if isDark {
            for _ in 0..<60 {
                let (x, y) = (random.number(in: 0...width), random.number(in: 0...bottom * 0.8))
                sketch.glow(.circle(x, y, random.number(in: 0.5...1.1)), Tone(0xC9D2E8))
            }
            let (x, y) = (random.number(in: 0.1...0.9) * width, bottom * 0.25)
            sketch.glow(.circle(x, y, 70), .fading((x, y), (70, 70), Tone(0xDDE4F4), opacity: 0.3))
            sketch.glow(.circle(x, y, 17), Tone(0xF2EFDC))
            sketch.glow(.circle(x - 5, y + 4, 4), Tone(0xDCD8C4))
        } else {
            for _ in 0..<clouds { drawCloud(width, on: &sketch, random: &random) }
        }
    }

    /// From the zenith to the horizon.
    private static func tones(_ light: Light) -> [Tone] {
        switch light {
        case .night: [Tone(0x0B1226), Tone(0x18233F), Tone(0x2C3858)]
        case .evening: [Tone(0x5E76A8), Tone(0xC99AA0), Tone(0xF6BE86), Tone(0xFBD9A2)]
        case .overcast: [Tone(0x8E9AA4), Tone(0xB4BEC4), Tone(0xCFD5D6)]
        default: [Tone(0x4F97D3), Tone(0x8FC2E6), Tone(0xD5E9F0)]
        }
    }

    private func drawCloud(
        _ width: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let size = random.number(in: 16...38)
        let (x, y) = (random.number(in: 0...width), random.number(in: 0.08...0.62) * bottom)
        let tone = sketch.light == .evening ? Tone(0xF7D9C4) : Tone(0xFFFFFF)
        for puff in 0..<9 {
            let offset = Double(puff) - 4
            let radius = size * (1.05 - abs(offset) * 0.14) * random.number(in: 0.7...1.1)
            let center = (x + offset * size * 0.46, y - radius * 0.55)
            sketch.glow(
                .ellipse(center.0, center.1, radius * 1.2, radius),
                .fading(center, (radius * 1.2, radius), tone, opacity: 0.6))
        }
    }
}

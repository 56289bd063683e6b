/// A tyre with a hub cap, standing on the ground.
struct Wheel {
    var radius: Double
    var spokes = 5

    func draw(at x: Double, on sketch: inout Sketch) {
        sketch.fill(.circle(x, radius, radius), Tone(0x1C1D21))
        sketch.fill(
            .circle(x, radius, radius * 0.64),
            .linear((x, radius * 1.7), (x, radius * 0.3), [Tone(0xDADDE1), Tone(0x8C9199)]))
        for spoke in 0..<spokes {
            let out = UnitCircle.point(atTurn: (Double(spoke) + 0.25) / Double(spokes))
            sketch.fill(
                .circle(x + out.x * radius * 0.4, radius + out.y * radius * 0.4, radius * 0.12),
                Tone(0x4A4E55))
        }
        sketch.fill(.circle(x, radius, radius * 0.14), Tone(0x5B6067))
    }
}

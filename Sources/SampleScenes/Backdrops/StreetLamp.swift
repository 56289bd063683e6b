/// A street lamp with its light on the air round it after dark.
struct StreetLamp {
    /// Draws it with its foot at a point, y down.
    func draw(at x: Double, _ y: Double, height: Double, on sketch: inout Sketch) {
        let iron = Tone(0x3B4046)
        let top = y - height
        sketch.limb([(x, y, height * 0.03), (x, top, height * 0.02)], iron)
        sketch.fill(.rectangle(x - height * 0.03, y - 5, height * 0.06, 6, corner: 2), iron)
        if sketch.light.isDark {
            let reach = (height * 0.5, height * 0.5)
            sketch.glow(
                .ellipse(x, top, reach.0, reach.1),
                .fading((x, top), reach, Tone(0xFFD98A), opacity: 0.42))
        }
        sketch.lamp(.ellipse(x, top, height * 0.035, height * 0.05), Tone(0xFFF0C0))
        sketch.fill(
            Path(polygon: [
                (x - height * 0.05, top - height * 0.03), (x + height * 0.05, top - height * 0.03),
                (x, top - height * 0.09),
            ]), iron)
    }
}

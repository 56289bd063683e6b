/// The front of a town house with its windows, door and roof.
struct House {
    var width: Double
    var height: Double
    var wall: Tone
    var roof: Tone

    init(width: Double, height: Double, varying random: inout SplitMix64) {
        self.width = width
        self.height = height
        wall = random.pick(
            Tone(0xD9B48C), Tone(0xC97F62), Tone(0xE6D9BE), Tone(0xA9B8AE), Tone(0x9AA9BC),
            Tone(0xD8A0A0)
        ).varied(&random)
        roof = random.pick(Tone(0x7C4A3C), Tone(0x57606B), Tone(0x8F5B46))
    }

    /// Draws it from its lower left corner, y down.
    func draw(at x: Double, _ ground: Double, on sketch: inout Sketch, random: inout SplitMix64) {
        sketch.fill(
            Path.rectangle(x, ground - height, width, height),
            .linear((x, 0), (x + width, 0), [wall.lighter(0.06), wall, wall.darker(0.14)]))
        sketch.fill(
            Path(polygon: [
                (x - 3, ground - height), (x + width + 3, ground - height),
                (x + width - 8, ground - height - 24), (x + 8, ground - height - 24),
            ]), .lit(roof, from: ground - height - 24, to: ground - height))
        sketch.fill(.rectangle(x, ground - 46, width, 3), wall.darker(0.2))
        drawWindows(x, ground, on: &sketch, random: &random)
        drawShop(x, ground, on: &sketch, random: &random)
    }

    private func drawWindows(
        _ x: Double, _ ground: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let columns = max(2, Int(width / 34))
        let step = width / Double(columns)
        var row = ground - height + 12
        while row < ground - 74 {
            for column in 0..<columns {
                let left = x + (Double(column) + 0.5) * step - 8
                sketch.fill(.rectangle(left - 2, row - 2, 20, 30), wall.lighter(0.4))
                let isLit = random.chance(0.55)
                let glass = Paint.linear(
                    (left, row), (left + 12, row + 26), [Tone(0xA7C3D4), Tone(0x4A6478)])
                let pane = Path.rectangle(left, row, 16, 26)
                sketch.light.isDark && isLit
                    ? sketch.glow(pane, Tone(0xF7CE7C)) : sketch.fill(pane, glass)
                sketch.fill(.rectangle(left + 7.3, row, 1.4, 26), wall.lighter(0.4))
                sketch.fill(.rectangle(left, row + 10, 16, 1.4), wall.lighter(0.4))
                sketch.fill(.rectangle(left - 4, row + 27, 24, 3), wall.darker(0.25))
            }
            row += 44
        }
    }

    private func drawShop(
        _ x: Double, _ ground: Double, on sketch: inout Sketch, random: inout SplitMix64
    ) {
        let awning = random.pick(Tone(0xB8443A), Tone(0x3F7A6A), Tone(0x3B6090), Tone(0xD39B3C))
        sketch.fill(.rectangle(x + 6, ground - 36, width * 0.55, 32), Tone(0x33414C))
        sketch.lamp(
            .rectangle(x + 9, ground - 33, width * 0.55 - 6, 24),
            .linear(
                (x, ground - 33), (x + 40, ground),
                sketch.light.isDark
                    ? [Tone(0xFFE0A0), Tone(0xE8B35A)] : [Tone(0xBBD3DE), Tone(0x6C8798)]))
        let door = x + width * 0.72
        sketch.fill(.rectangle(door, ground - 38, 20, 38), awning.darker(0.35))
        sketch.fill(.rectangle(door + 4, ground - 34, 12, 15), Tone(0x8FA9B8))
        let stripes = 8
        let stripe = (width * 0.55 + 8) / Double(stripes)
        for index in 0..<stripes {
            let left = x + 2 + Double(index) * stripe
            sketch.fill(
                Path(polygon: [
                    (left + 2, ground - 46), (left + stripe + 1, ground - 46),
                    (left + stripe - 1, ground - 32), (left - 1, ground - 32),
                ]), index % 2 == 0 ? awning : Tone(0xF2ECDF))
        }
    }
}

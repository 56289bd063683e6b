/// A car from the side: a saloon, a hatchback or a small van.
struct Car: Figure {
    static let label = "car"

    enum Build: Sendable { case saloon, hatchback, van }

    var build: Build
    var tone: Tone
    let facing = Facing.right
    let shadow: (width: Double, depth: Double)? = (245, 26)

    init(varying random: inout SplitMix64) {
        build = random.pick(.saloon, .hatchback, .van)
        tone = random.pick(
            Tone(0xC8372F), Tone(0x2F6FB5), Tone(0xE3E6E8), Tone(0x3B4148), Tone(0xE0A526),
            Tone(0x3F8E74), Tone(0x8FA3B0), Tone(0x7A2E45)
        ).varied(&random)
    }

    func draw(on sketch: inout Sketch) {
        let body = Path(smooth: profile)
        sketch.fill(body, .lit(tone, from: roof, to: 25))
        sketch.fill(.rectangle(-206, 22, 412, 14, corner: 6), Tone(0x2A2D33))
        drawWindows(on: &sketch)
        drawTrim(on: &sketch)
        for x in [-132.0, 134.0] {
            sketch.fill(.circle(x, 38, 43), Tone(0x17181C))
            Wheel(radius: 34).draw(at: x, on: &sketch)
        }
    }

    private var roof: Double { build == .van ? 176 : 148 }

    private var profile: [(Double, Double)] {
        switch build {
        case .saloon:
            [
                (-212, 30), (-217, 62), (-210, 92), (-160, 99), (-140, 104), (-96, 140), (-40, 148),
                (30, 146), (64, 136), (112, 103), (160, 95), (203, 82), (217, 60), (213, 30),
                (120, 24), (0, 23), (-120, 24),
            ]
        case .hatchback:
            [
                (-208, 30), (-213, 70), (-204, 104), (-172, 138), (-110, 149), (-30, 150),
                (40, 145), (74, 134), (120, 102), (164, 94), (203, 82), (216, 60), (212, 30),
                (120, 24), (0, 23), (-120, 24),
            ]
        case .van:
            [
                (-212, 30), (-217, 70), (-215, 130), (-206, 166), (-180, 176), (-40, 178),
                (70, 174), (104, 160), (150, 112), (190, 100), (212, 86), (219, 60), (214, 30),
                (120, 24), (0, 23), (-120, 24),
            ]
        }
    }

    private func drawWindows(on sketch: inout Sketch) {
        let glass = Paint.linear(
            (0, roof), (40, 95), [Tone(0xA9C6D8), Tone(0x5D7C93), Tone(0x2F4456)])
        let panes: [[(Double, Double)]] =
            switch build {
            case .saloon:
                [
                    [(-128, 104), (-90, 136), (-20, 141), (-20, 103)],
                    [(-10, 103), (-10, 141), (32, 139), (58, 131), (97, 102)],
                ]
            case .hatchback:
                [
                    [(-190, 106), (-164, 134), (-106, 143), (-24, 143), (-24, 105)],
                    [(-14, 105), (-14, 143), (38, 139), (66, 129), (104, 103)],
                ]
            case .van:
                [
                    [(-90, 112), (-90, 166), (-16, 168), (-16, 112)],
                    [(-4, 112), (-4, 168), (66, 166), (94, 155), (132, 112)],
                ]
            }
        for pane in panes { sketch.fill(Path(polygon: pane), glass) }
        sketch.fill(
            Path(polygon: [(10, 106), (28, 106), (48, 134), (30, 138)]), .white, opacity: 0.25)
    }

    private func drawTrim(on sketch: inout Sketch) {
        let line = tone.darker(0.4)
        sketch.curve([(-205, 84), (-60, 86), (90, 84), (200, 74)], 2.5, tone.lighter(0.35))
        sketch.curve([(-14, 142), (-16, 90), (-14, 38)], 2, line)
        sketch.curve([(88, 100), (84, 70), (76, 38)], 2, line)
        sketch.fill(.rectangle(-46, 84, 20, 5, corner: 2), line)
        sketch.fill(.rectangle(54, 84, 20, 5, corner: 2), line)
        sketch.fill(.ellipse(84, 108, 12, 8), tone.darker(0.15))
        sketch.lamp(.ellipse(202, 72, 12, 9), Tone(0xFFF3C4))
        sketch.lamp(.rectangle(-215, 74, 13, 16, corner: 4), Tone(0xD62F2A))
        sketch.fill(.rectangle(196, 42, 20, 8, corner: 3), Tone(0x555A60))
    }
}

/// An airliner or a small propeller aeroplane from the side, its wheels on the ground or drawn in.
struct Aeroplane: Figure {
    static let label = "aeroplane"

    var isPropeller: Bool
    var isFlying: Bool
    var tone: Tone
    var stripe: Tone
    let facing = Facing.right
    var shadow: (width: Double, depth: Double)? {
        isFlying ? nil : (isPropeller ? (380, 40) : (1_650, 70))
    }

    init(varying random: inout SplitMix64) {
        isPropeller = random.chance(0.4)
        isFlying = random.chance(0.4)
        tone = random.pick(Tone(0xF4F5F6), Tone(0xE4E8EC), Tone(0xF3E9D2))
        stripe = random.pick(Tone(0xC8332F), Tone(0x24599C), Tone(0x2F8A6C), Tone(0xE39A22))
            .varied(&random)
    }

    func draw(on sketch: inout Sketch) {
        isPropeller ? drawPropellerPlane(on: &sketch) : drawAirliner(on: &sketch)
    }

    private func drawAirliner(on sketch: inout Sketch) {
        sketch.within(.translation(0, isFlying ? -170 : 0)) { sketch in
            if !isFlying { drawLandingGear(on: &sketch) }
            // The far wing and tailplane.
            sketch.fill(
                Path(polygon: [(140, 420), (-30, 560), (-120, 562), (-60, 420)]), Tone(0x9AA4AE))
            drawTail(on: &sketch)
            sketch.fill(
                Path(smooth: [
                    (-1_620, 470), (-1_300, 486), (-700, 490), (700, 492), (1_250, 486),
                    (1_500, 440), (1_640, 372),
                    (1_600, 318), (1_350, 262), (700, 236), (-500, 238), (-1_000, 300),
                    (-1_500, 410),
                ]),
                .linear(
                    (0, 494), (0, 236),
                    [tone.lighter(0.6), tone, tone, tone.darker(0.12), tone.darker(0.38)]))
            sketch.fill(
                Path(smooth: [
                    (-1_560, 428), (-700, 382), (500, 372), (1_400, 372), (1_636, 366),
                    (1_630, 346), (1_400, 346),
                    (500, 344), (-700, 352), (-1_480, 408),
                ]),
                stripe)
            drawWindows(on: &sketch)
            drawWing(on: &sketch)
        }
    }

    private func drawTail(on sketch: inout Sketch) {
        sketch.fill(
            Path(polygon: [(-1_040, 480), (-1_420, 900), (-1_650, 905), (-1_560, 470)]),
            .lit(stripe, from: 905, to: 470))
        sketch.fill(
            Path(polygon: [(-1_220, 640), (-1_420, 860), (-1_500, 862), (-1_430, 640)]), tone,
            opacity: 0.85)
        sketch.fill(
            Path(polygon: [(-1_250, 450), (-1_600, 520), (-1_760, 520), (-1_560, 436)]),
            Tone(0xB4BDC6))
    }

    private func drawWindows(on sketch: inout Sketch) {
        let lit = sketch.light.isDark ? Tone(0xFFE3A0) : Tone(0x35495C)
        for index in 0..<26 {
            sketch.lamp(.rectangle(-1_050 + Double(index) * 86, 405, 34, 42, corner: 13), lit)
        }
        for x in [-1_180.0, 1_230] {
            sketch.fill(.rectangle(x, 330, 66, 128, corner: 14), tone.darker(0.2))
            sketch.fill(.rectangle(x + 6, 336, 54, 116, corner: 10), tone)
        }
        sketch.fill(
            Path(polygon: [(1_390, 462), (1_462, 446), (1_540, 410), (1_400, 406)]),
            .linear((1_390, 460), (1_500, 400), [Tone(0x8FB0C6), Tone(0x22303E)]))
    }

    private func drawWing(on sketch: inout Sketch) {
        sketch.fill(
            Path(smooth: [(20, 170), (40, 230), (330, 236), (390, 190), (340, 130), (70, 130)]),
            .lit(Tone(0xDDE2E6), from: 238, to: 128))
        sketch.fill(.ellipse(366, 182, 26, 54), Tone(0x2C3138))
        sketch.fill(.rectangle(60, 176, 250, 22, corner: 8), stripe)
        sketch.fill(
            Path(polygon: [(330, 300), (240, 262), (-480, 96), (-610, 100), (-250, 300)]),
            .linear((0, 300), (0, 100), [Tone(0xE8ECEF), Tone(0xB3BDC6), Tone(0x828D98)]))
        sketch.fill(Path(polygon: [(-610, 100), (-480, 96), (-560, 190), (-640, 196)]), stripe)
    }

    private func drawLandingGear(on sketch: inout Sketch) {
        for x in [-190.0, -60, 1_180] {
            sketch.stroke([(x + 10, 260), (x, 60)], 26, Tone(0x7A818A))
            Wheel(radius: 54).draw(at: x - 20, on: &sketch)
            Wheel(radius: 54).draw(at: x + 34, on: &sketch)
        }
    }

    private func drawPropellerPlane(on sketch: inout Sketch) {
        let paint = Paint.lit(tone, from: 230, to: 80)
        if !isFlying {
            for x in [30.0, 210] {
                sketch.stroke([(x + 4, 120), (x, 26)], 10, Tone(0x7A818A))
                Wheel(radius: 26, spokes: 4).draw(at: x, on: &sketch)
            }
        }
        sketch.fill(
            Path(polygon: [(-330, 170), (-390, 300), (-330, 304), (-240, 180)]),
            .lit(stripe, from: 304, to: 160))
        sketch.fill(
            Path(smooth: [
                (-390, 168), (-200, 188), (-60, 200), (90, 196), (240, 184), (276, 150), (250, 112),
                (120, 92), (-60, 96), (-240, 134),
            ]), paint)
        sketch.fill(
            Path(smooth: [(-96, 192), (-50, 240), (70, 244), (140, 190)]),
            .lit(tone, from: 250, to: 190))
        sketch.fill(Path(polygon: [(-74, 198), (-40, 230), (10, 234), (10, 198)]), Tone(0x567791))
        sketch.fill(Path(polygon: [(20, 198), (20, 234), (66, 233), (116, 196)]), Tone(0x6F93AC))
        sketch.fill(
            Path(polygon: [(-370, 156), (-200, 166), (260, 152), (256, 134), (-180, 146)]), stripe)
        sketch.fill(
            Path(smooth: [(130, 252), (-10, 262), (-130, 250), (-10, 244)]),
            .lit(stripe, from: 264, to: 242))
        sketch.stroke([(60, 248), (90, 140)], 7, Tone(0x9AA2AB))
        sketch.fill(
            Path(polygon: [(-290, 168), (-410, 176), (-420, 186), (-300, 182)]), Tone(0xB6BEC6))
        sketch.fill(.ellipse(278, 148, 20, 24), .lit(Tone(0x60666E), from: 172, to: 124))
        sketch.fill(.ellipse(292, 148, 5, 92), Tone(0x2B2E33), opacity: isFlying ? 0.85 : 1)
    }
}

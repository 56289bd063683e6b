internal import Annotations

/// A scene while it is composed, in units of which the picture is always 480 high: x to the right,
/// y down.
///
/// Things stand in simple perspective: at the row `y` a thing as high as the camera reaches up to
/// ``horizon``.
struct Stage {
    static let height = 480.0

    let width: Double
    var random: SplitMix64
    var light: Light
    /// The row of the horizon.
    var horizon = 200.0
    /// How high the camera is above the ground, in centimetres.
    var cameraHeight = 180.0
    private(set) var scene: Scene

    private let pixels: Transform

    init(size: PixelSize, seed: UInt64, light: Light) {
        let scale = Double(size.height) / Self.height
        width = Double(size.width) / scale
        pixels = .scale(scale, scale)
        random = SplitMix64(seed: seed)
        scene = Scene(size: size, seed: seed)
        scene.grain = light.isDark ? 1.7 : 1
        self.light = light
    }

    /// Units for a centimetre of what stands at the row `y`.
    func scale(at y: Double) -> Double {
        max(y - horizon, 1) / cameraHeight
    }

    /// Draws what belongs to no object.
    mutating func scenery(
        distance: Float = 0, _ draw: (inout Sketch, inout SplitMix64) -> Void
    ) {
        var sketch = sketch(pixels, distance: distance)
        draw(&sketch, &random)
        scene.layers.append(.scenery(sketch.shapes))
    }

    /// Draws scenery in the frame of a figure that stands at a place.
    mutating func scenery(
        standingAt x: Double, _ y: Double, elevation: Double = 0,
        _ draw: (inout Sketch, inout SplitMix64) -> Void
    ) {
        var sketch = sketch(
            frame(at: x, y, scale: scale(at: y), elevation: elevation, mirrored: false), distance: 0
        )
        draw(&sketch, &random)
        scene.layers.append(.scenery(sketch.shapes))
    }

    /// Puts a figure and its shadow into the scene.
    ///
    /// - Parameters:
    ///   - figure: what to put there.
    ///   - x: the column it stands at.
    ///   - y: the row its feet are on.
    ///   - scale: units for a centimetre; nil for what the row gives.
    ///   - elevation: how high above the ground it stands, in centimetres.
    ///   - mirrored: whether it is turned about; nil lets chance decide.
    mutating func place(
        _ figure: some Figure, at x: Double, _ y: Double, scale: Double? = nil,
        elevation: Double = 0, mirrored: Bool? = nil
    ) {
        let turns = random.chance(0.5)
        let isMirrored = mirrored ?? turns
        let scale = scale ?? self.scale(at: y)
        let frame = frame(at: x, y, scale: scale, elevation: elevation, mirrored: isMirrored)
        let haze = Float(max(0, 0.22 - scale * 0.25))
        castShadow(of: figure, in: frame)
        var sketch = sketch(frame, distance: haze)
        figure.draw(on: &sketch)
        scene.layers.append(
            .object(
                SceneObject(
                    label: type(of: figure).label,
                    facing: isMirrored ? figure.facing.mirrored : figure.facing,
                    shapes: sketch.shapes)))
    }

    /// Places along a range with gaps of about equal width between them.
    mutating func positions(_ count: Int, from start: Double, to end: Double) -> [Double] {
        let step = (end - start) / Double(max(1, count))
        return (0..<count).map {
            start + (Double($0) + 0.5 + random.number(in: -0.28...0.28)) * step
        }
    }

    private mutating func castShadow(of figure: some Figure, in frame: Transform) {
        guard let shadow = figure.shadow else { return }
        var sketch = sketch(frame, distance: 0)
        let (width, depth) = (shadow.width, shadow.depth)
        sketch.glow(
            .ellipse(0, 0, width, depth),
            .fading((0, 0), (width, depth), Tone(0x14141E), opacity: light.isDark ? 0.5 : 0.6))
        scene.layers.append(.scenery(sketch.shapes))
    }

    private func frame(
        at x: Double, _ y: Double, scale: Double, elevation: Double, mirrored: Bool
    ) -> Transform {
        Transform.scale(mirrored ? -scale : scale, -scale)
            .then(.translation(x, y - elevation * scale)).then(pixels)
    }

    private func sketch(_ transform: Transform, distance: Float) -> Sketch {
        var light = light
        light.distance = distance
        return Sketch(transform: transform, light: light)
    }
}

/// Collects shapes in the drawer's own frame and unit: y up, usually centimetres from where the
/// thing stands.
struct Sketch {
    private(set) var shapes: [Shape] = []
    /// From the drawer's frame to pixels.
    var transform: Transform
    var light: Light

    /// The narrowest line, in pixels: thinner ones would vanish from a mask.
    private static let narrowest = 1.3

    init(transform: Transform = Transform(), light: Light = .day) {
        self.transform = transform
        self.light = light
    }

    mutating func fill(_ path: Path, _ paint: Paint) {
        add(path, paint.mappingTones(light.onto))
    }

    mutating func fill(_ path: Path, _ tone: Tone, opacity: Float = 1) {
        fill(path, Paint(tone, opacity: opacity))
    }

    /// Something that shines by itself: the hour does not darken it.
    mutating func glow(_ path: Path, _ paint: Paint) {
        add(path, paint)
    }

    mutating func glow(_ path: Path, _ tone: Tone) {
        add(path, Paint(tone))
    }

    /// A lamp or a window: shines when it is dark.
    mutating func lamp(_ path: Path, _ tone: Tone) {
        lamp(path, Paint(tone))
    }

    mutating func lamp(_ path: Path, _ paint: Paint) {
        light.isDark ? glow(path, paint) : fill(path, paint)
    }

    /// A line of even width through the points.
    mutating func stroke(_ points: [(Double, Double)], _ width: Double, _ tone: Tone) {
        limb(points.map { ($0.0, $0.1, width) }, Paint(tone))
    }

    /// A curve of even width through the points.
    mutating func curve(
        _ points: [(Double, Double)], _ width: Double, _ tone: Tone, closed: Bool = false
    ) {
        let line = Path.curve(through: points.map { Point($0.0, $0.1) }, closed: closed)
        let pen = max(width, Self.narrowest / max(transform.magnification, 1e-9))
        fill(.stroke(closed ? line + line.prefix(1) : line, widths: [pen]), tone)
    }

    /// A line with a width at each of its points: an arm, a branch, a tail.
    mutating func limb(_ joints: [(Double, Double, Double)], _ paint: Paint) {
        let least = Self.narrowest / max(transform.magnification, 1e-9)
        fill(
            .stroke(joints.map { Point($0.0, $0.1) }, widths: joints.map { max($0.2, least) }),
            paint)
    }

    mutating func limb(_ joints: [(Double, Double, Double)], _ tone: Tone) {
        limb(joints, Paint(tone))
    }

    /// A part drawn in a frame of its own inside this one.
    mutating func within(_ inner: Transform, _ draw: (inout Sketch) -> Void) {
        let outer = transform
        transform = inner.then(outer)
        draw(&self)
        transform = outer
    }

    private mutating func add(_ path: Path, _ paint: Paint) {
        shapes.append(
            Shape(path: path.applying(transform), paint: paint.applying(transform)))
    }
}

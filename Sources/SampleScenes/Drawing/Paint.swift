/// What an outline is filled with: one colour or a run of colours along a line or out of a centre.
struct Paint: Hashable, Sendable {
    /// A colour of a run, at a fraction of its way.
    struct Stop: Hashable, Sendable {
        var place: Float
        var tone: Tone
        var opacity: Float
    }

    enum Spread: Hashable, Sendable {
        /// Along the x axis of the gradient's own frame, from 0 to 1.
        case linear
        /// With the distance from the origin of the gradient's own frame, from 0 to 1.
        case radial
    }

    private(set) var stops: [Stop]
    private(set) var spread: Spread
    /// From the drawing's frame to the gradient's own.
    private(set) var frame: Transform

    init(_ tone: Tone, opacity: Float = 1) {
        stops = [Stop(place: 0, tone: tone, opacity: opacity)]
        spread = .linear
        frame = Transform()
    }

    /// Colours at equal distances from one point to another.
    static func linear(
        _ start: (Double, Double), _ end: (Double, Double), _ tones: [Tone]
    ) -> Paint {
        let along = Point(end.0 - start.0, end.1 - start.1)
        let square = max(along.x * along.x + along.y * along.y, 1e-9)
        var paint = Paint(.black)
        paint.stops = tones.enumerated().map {
            Stop(place: Float($0) / Float(max(1, tones.count - 1)), tone: $1, opacity: 1)
        }
        paint.frame = Transform.translation(-start.0, -start.1)
            .then(Transform(a: along.x / square, c: along.y / square))
        return paint
    }

    /// Colours at equal distances from a centre to an ellipse round it.
    static func radial(
        _ center: (Double, Double), _ radius: (Double, Double), _ tones: [Tone]
    ) -> Paint {
        var paint = linear((0, 0), (1, 0), tones)
        paint.spread = .radial
        paint.frame = Transform.translation(-center.0, -center.1)
            .then(.scale(1 / radius.0, 1 / radius.1))
        return paint
    }

    /// A colour as the sky lights it: paler at the upper edge, darker at the lower.
    static func lit(_ tone: Tone, from top: Double, to bottom: Double) -> Paint {
        linear((0, top), (0, bottom), [tone.lighter(0.2), tone, tone, tone.darker(0.28)])
    }

    /// One colour that fades from a centre to nothing: a glow, or a soft shadow.
    static func fading(
        _ center: (Double, Double), _ radius: (Double, Double), _ tone: Tone, opacity: Float
    ) -> Paint {
        var paint = radial(center, radius, [tone, tone, tone, tone])
        let fall: [Float] = [1, 0.7, 0.25, 0]
        for index in fall.indices { paint.stops[index].opacity = opacity * fall[index] }
        return paint
    }

    /// The same run of colours, ever less opaque along its way.
    func fadedOut(from opacity: Float) -> Paint {
        var paint = self
        for index in stops.indices {
            paint.stops[index].opacity = opacity * (1 - stops[index].place)
        }
        return paint
    }

    /// The same colours after the drawing they belong to was moved by `transform`.
    func applying(_ transform: Transform) -> Paint {
        var paint = self
        paint.frame = transform.inverse.then(frame)
        return paint
    }

    func mappingTones(_ change: (Tone) -> Tone) -> Paint {
        var paint = self
        paint.stops = stops.map {
            Stop(place: $0.place, tone: change($0.tone), opacity: $0.opacity)
        }
        return paint
    }

    /// The colour at a point of the drawing's frame.
    func stop(at point: Point) -> Stop {
        guard stops.count > 1 else { return stops[0] }
        let place = frame.apply(point)
        let t = Float(spread == .linear ? place.x : place.length)
        guard let after = stops.firstIndex(where: { $0.place >= t }) else {
            return stops[stops.count - 1]
        }
        guard after > 0 else { return stops[0] }
        let (low, high) = (stops[after - 1], stops[after])
        let fraction = (t - low.place) / max(high.place - low.place, 1e-6)
        return Stop(
            place: t, tone: low.tone.mixed(with: high.tone, by: fraction),
            opacity: low.opacity + (high.opacity - low.opacity) * fraction)
    }
}

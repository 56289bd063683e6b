import Annotations
import Imaging
import Testing

@testable import SampleScenes

/// Boxes are found from coverage masks; here they are compared with what painting does to pixels.
@Suite struct GroundTruthTests {
    /// The share of each pixel that an object visibly covers, from two paintings of the scene that
    /// differ only in the object: once black, once white.
    private func silhouette(of index: Int, in scene: Scene, window: PixelBounds) -> [Int] {
        let paintings = [Tone.black, .white].map { tone in
            var copy = scene
            copy.grain = 0
            copy.replaceObject(index) { object in
                object.shapes = object.shapes.map {
                    Shape(path: $0.path, paint: $0.paint.mappingTones { _ in tone })
                }
            }
            return SceneRenderer.image(of: copy, window: window)
        }
        return stride(from: 0, to: paintings[0].pixels.count, by: 3).map {
            Int(paintings[1].pixels[$0]) - Int(paintings[0].pixels[$0])
        }
    }

    /// The pixels that differ between a scene and the scene without an object.
    private func changes(without index: Int, in scene: Scene, window: PixelBounds) -> [Int] {
        var copy = scene
        copy.replaceObject(index) { $0.shapes = [] }
        let (full, bare) = (
            SceneRenderer.image(of: scene, window: window),
            SceneRenderer.image(of: copy, window: window)
        )
        return stride(from: 0, to: full.pixels.count, by: 3).map { place in
            (0..<3).map { abs(Int(full.pixels[place + $0]) - Int(bare.pixels[place + $0])) }.max()
                ?? 0
        }
    }

    private func bounds(_ values: [Int], atLeast least: Int, in window: PixelBounds) -> PixelBounds
    {
        var found = PixelBounds(left: 0, top: 0, right: 0, bottom: 0)
        for (place, value) in values.enumerated() where value >= least {
            let (x, y) = (window.left + place % window.width, window.top + place / window.width)
            found = found.union(PixelBounds(left: x, top: y, right: x + 1, bottom: y + 1))
        }
        return found
    }

    private func isInside(_ one: PixelBounds, _ other: PixelBounds, margin: Int = 0) -> Bool {
        one.left >= other.left - margin && one.top >= other.top - margin
            && one.right <= other.right + margin && one.bottom <= other.bottom + margin
    }

    @Test(arguments: SampleCatalog.samples.indices)
    func boxesFitThePaintedPixels(sample: Int) {
        let scene = SampleCatalog.samples[sample].scene
        for truth in GroundTruthFinder(scene: scene).objects() {
            let box = PixelBounds(
                left: truth.box.left, top: truth.box.top, right: truth.box.right,
                bottom: truth.box.bottom)
            let window = PixelBounds(
                left: box.left - 9, top: box.top - 9, right: box.right + 9, bottom: box.bottom + 9
            ).intersection(scene.bounds)
            let name = "\(SampleCatalog.samples[sample].name): \(truth.label) at \(box)"
            // A byte holds half a pixel's share only to within two steps.
            let shares = silhouette(of: truth.objectIndex, in: scene, window: window)
            #expect(isInside(bounds(shares, atLeast: 130, in: window), box), "\(name)")
            #expect(isInside(box, bounds(shares, atLeast: 125, in: window)), "\(name)")
            // Pixels covered by less than half change too, and no others; a coverage too small to
            // show in the silhouette may still tip a byte, hence the pixel.
            let changed = bounds(
                changes(without: truth.objectIndex, in: scene, window: window), atLeast: 1,
                in: window)
            let touched = bounds(shares, atLeast: 1, in: window)
            #expect(isInside(changed, touched, margin: 1), "\(name), changed \(changed)")
            #expect(isInside(box, changed, margin: 1), "\(name), changed \(changed)")
        }
    }

    @Test func everyObjectOfASampleIsListed() {
        for sample in SampleCatalog.samples {
            let scene = sample.scene
            let objects = GroundTruthFinder(scene: scene).objects()
            #expect(objects.map(\.objectIndex) == Array(0..<scene.objectCount), "\(sample.name)")
        }
    }

    /// A square half outside, one behind another, one hidden, one too small.
    @Test func theRulesHold() {
        var scene = Scene(size: PixelSize(width: 100, height: 100), seed: 0)
        let squares = [
            (-20.0, 10.0, 40.0), (40, 40, 20), (50, 40, 20), (71, 71, 10), (70, 70, 12), (5, 80, 7),
            (-35, 60, 40),
        ]
        for (left, top, side) in squares {
            let shape = Shape(path: .rectangle(left, top, side, side), paint: Paint(.white))
            scene.layers.append(
                .object(SceneObject(label: "square", facing: .left, shapes: [shape])))
        }
        let objects = GroundTruthFinder(scene: scene).objects()
        #expect(objects.map(\.objectIndex) == [0, 1, 2, 4])
        #expect(objects[0].box == BoundingBox(left: 0, top: 10, right: 20, bottom: 50))
        #expect(objects[0].isTruncated && !objects[0].isDifficult)
        #expect(objects[1].box == BoundingBox(left: 40, top: 40, right: 50, bottom: 60))
        #expect(objects[1].isTruncated && objects[1].pose == "Left")
        #expect(!objects[2].isTruncated)
        #expect(objects[3].box == BoundingBox(left: 70, top: 70, right: 82, bottom: 82))
    }
}

extension Scene {
    /// Changes one of the objects in place.
    fileprivate mutating func replaceObject(_ index: Int, _ change: (inout SceneObject) -> Void) {
        let places = layers.indices.filter { layers[$0].isObject }
        guard case .object(var object) = layers[places[index]] else { return }
        change(&object)
        layers[places[index]] = .object(object)
    }
}

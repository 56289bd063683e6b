package import Imaging

/// Paints scenes: the same pixels from the same scene on every machine.
package enum SceneRenderer {
    /// The picture and the objects in it, in the order they were painted.
    package static func render(_ scene: Scene) -> (image: RGBImage, objects: [GroundTruth]) {
        (image(of: scene), GroundTruthFinder(scene: scene).objects())
    }

    /// The picture, or the part of it that lies in a window.
    static func image(of scene: Scene, window: PixelBounds? = nil) -> RGBImage {
        var canvas = Canvas(window: (window ?? scene.bounds).intersection(scene.bounds))
        for shape in scene.layers.flatMap(\.shapes) { canvas.paint(shape) }
        return FilmGrain(scene: scene).develop(canvas)
    }
}

internal import Annotations
internal import DatasetFormats
internal import ImageCodecs
internal import Imaging
internal import SampleScenes

/// The picture and the annotation of a scene.
struct SceneFiles {
    /// A JPEG file; it names its orientation when it is not upright.
    let image: [UInt8]
    /// Boxes are in pixels as they are stored, orientation not applied.
    let annotation: PascalVOC

    init(_ sample: SampleCatalog.Sample) throws {
        try self.init(
            sample.scene, name: sample.name, folder: "Samples", camera: sample.camera,
            orientation: sample.orientation)
    }

    init(
        _ scene: Scene, name: String, folder: String = "Scenes", camera: Camera = .color,
        orientation: ImageOrientation = .upright, quality: Int = 91
    ) throws {
        let (upright, objects) = SceneRenderer.render(scene)
        let stored = camera.picture(of: upright).upright(orientation.inverse)
        let size = PixelSize(width: stored.width, height: stored.height)
        let jpeg = try JPEGEncoder.encode(stored, quality: quality)
        image =
            orientation == .upright
            ? jpeg : ExifSegment(orientation: orientation).inserted(into: jpeg)
        annotation = PascalVOC(
            folder: folder, filename: "\(name).jpg", size: size,
            objects: objects.map { object in
                PascalVOC.Object(
                    name: object.label, pose: object.pose, isTruncated: object.isTruncated,
                    isDifficult: object.isDifficult,
                    box: object.box.stored(as: orientation, size: size))
            })
    }
}

extension ImageOrientation {
    /// What turns the upright view back into the stored raster.
    fileprivate var inverse: ImageOrientation {
        switch self {
        case .rotatedClockwise: .rotatedCounterclockwise
        case .rotatedCounterclockwise: .rotatedClockwise
        default: self
        }
    }
}

extension BoundingBox {
    /// A box of the upright view in the stored raster of `size`.
    fileprivate func stored(as orientation: ImageOrientation, size: PixelSize) -> BoundingBox {
        let one = orientation.stored(x: Double(left), y: Double(top), stored: size)
        let other = orientation.stored(x: Double(right), y: Double(bottom), stored: size)
        return BoundingBox(
            left: Int(min(one.x, other.x)), top: Int(min(one.y, other.y)),
            right: Int(max(one.x, other.x)), bottom: Int(max(one.y, other.y)))
    }
}

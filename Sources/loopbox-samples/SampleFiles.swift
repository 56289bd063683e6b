internal import Annotations
internal import DatasetFormats
internal import ImageCodecs
internal import Imaging
internal import SampleScenes

/// The picture and the annotation of a sample.
struct SampleFiles {
    /// A JPEG file; it names its orientation when it is not upright.
    let image: [UInt8]
    /// Boxes are in pixels as they are stored, orientation not applied.
    let annotation: PascalVOC

    init(_ sample: SampleCatalog.Sample, quality: Int = 91) throws {
        let (upright, objects) = SceneRenderer.render(sample.scene)
        let stored = upright.upright(sample.orientation.inverse)
        let size = PixelSize(width: stored.width, height: stored.height)
        let jpeg = try JPEGEncoder.encode(stored, quality: quality)
        image =
            sample.orientation == .upright
            ? jpeg : ExifSegment(orientation: sample.orientation).inserted(into: jpeg)
        annotation = PascalVOC(
            folder: "Samples", filename: "\(sample.name).jpg", size: size,
            objects: objects.map { object in
                PascalVOC.Object(
                    name: object.label, pose: object.pose, isTruncated: object.isTruncated,
                    isDifficult: object.isDifficult,
                    box: object.box.stored(as: sample.orientation, size: size))
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

import Annotations
import HumanReview
import ImageCodecs
import Imaging
import Synchronization
import Workbench

/// Turns a file into the pixels a request asks for; the last photo stays decoded for the next zoom.
nonisolated final class PhotoDeveloper: Sendable {
    private struct Negative {
        var image: ReviewImage
        var upright: RGBImage
    }

    private let latest = Mutex<Negative?>(nil)

    /// The canvas of a request and its sixel.
    ///
    /// - Parameters:
    ///   - request: what is wanted.
    ///   - keepsDecoded: whether the photo is on the screen, and so likely to be zoomed into next.
    /// - Returns: the canvas, and its sixel or nothing.
    /// - Throws: an ``ImageError`` with the cause and the next step, without the file's name.
    func develop(_ request: PhotoRequest, keepsDecoded: Bool) throws(ImageError) -> (
        IndexedCanvas, sixel: [UInt8]
    ) {
        let canvas = PhotoRaster.compose(try upright(for: request, keepsDecoded), for: request)
        return (canvas, request.encodesSixel ? SixelEncoder.encode(canvas) : [])
    }

    private func upright(for request: PhotoRequest, _ keepsDecoded: Bool) throws(ImageError)
        -> RGBImage
    {
        let needed = Self.storedSize(for: request)
        if let negative = latest.withLock({ $0 }), negative.image == request.image,
            negative.upright.covers(request.image.orientation.viewSize(ofStored: needed))
        {
            return negative.upright
        }
        let image = try Self.decode(request.image, atLeast: needed)
        if keepsDecoded { latest.withLock { $0 = Negative(image: request.image, upright: image) } }
        return image
    }

    /// A photo, turned upright, at the smallest decoded size that is not below one.
    static func decode(_ image: ReviewImage, atLeast size: PixelSize) throws(ImageError)
        -> RGBImage
    {
        let bytes = try ImageFile.bytes(atPath: image.path)
        guard try JPEGDecoder.header(of: bytes).storedSize == image.size else {
            throw ImageError(
                cause: "the file has changed since it was added",
                nextStep: "put the original back, or skip the image")
        }
        return try JPEGDecoder.decode(bytes, atLeast: size).upright(image.orientation)
    }

    /// The decoded size at which no screen pixel has to be made up.
    private static func storedSize(for request: PhotoRequest) -> PixelSize {
        let size = request.image.size
        let scale = min(1, request.viewport.scale)
        return PixelSize(
            width: max(1, Int((Double(size.width) * scale).rounded(.up))),
            height: max(1, Int((Double(size.height) * scale).rounded(.up))))
    }
}

extension RGBImage {
    nonisolated fileprivate func covers(_ size: PixelSize) -> Bool {
        width >= size.width && height >= size.height
    }
}

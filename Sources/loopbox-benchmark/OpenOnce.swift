internal import Annotations
internal import Glibc
internal import ImageCodecs
internal import Imaging

/// Opens one photo as the workstation does, to be measured as a process.
enum OpenOnce {
    /// The command's name, which is not for people.
    static let name = "open-once"

    /// Writes the photo to standard output.
    static func write(photo path: String) throws {
        let sixel = try sixel(ofFile: path)
        _ = Glibc.write(STDOUT_FILENO, sixel, sixel.count)
    }

    /// Reads, decodes, turns, scales, quantises and encodes.
    static func sixel(ofFile path: String) throws -> [UInt8] {
        let bytes = try ImageFile.bytes(atPath: path)
        let header = try JPEGDecoder.header(of: bytes)
        let size = fitted(header.viewSize)
        let wanted =
            header.orientation.swapsAxes
            ? PixelSize(width: size.height, height: size.width) : size
        let image = try JPEGDecoder.decode(bytes, atLeast: wanted)
            .upright(header.orientation)
            .resampled(width: size.width, height: size.height)
        return SixelEncoder.encode(ColorQuantizer.quantize(image, colors: 256))
    }

    private static func fitted(_ size: PixelSize) -> PixelSize {
        let scale = min(1280 / Double(size.width), 720 / Double(size.height))
        return PixelSize(
            width: max(1, Int(Double(size.width) * scale)),
            height: max(1, Int(Double(size.height) * scale)))
    }
}

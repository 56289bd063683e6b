internal import Annotations
internal import Foundation
internal import Testing

@testable internal import ImageCodecs
@testable internal import Imaging
import TestSupport

/// The decoder against Pillow; skipped where `python3` has no Pillow (`pip install pillow`).
@Suite(.enabled(if: Requirement.isMet(Python.hasPillow)))
struct PillowTests {
    /// Makes a file of a drawing, decodes it and prints width, height and all samples.
    @Test(arguments: [
        "im.save(path, quality=92)",
        "im.save(path, quality=92, subsampling=0, progressive=True)",
        "im.save(path, quality=85, progressive=True)",
        "im.convert('L').save(path, quality=90)",
        "im.convert('L').save(path, quality=90, progressive=True)",
        "im.convert('CMYK').save(path, quality=95)",
        "im.convert('CMYK').save(path, quality=95, progressive=True)",
    ])
    func decodesAsPillowDoes(save: String) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".jpg").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let output = Python.bytes(
            """
            import sys
            from PIL import Image
            path = '\(path)'
            im = Image.new('RGB', (203, 97))
            im.putdata([(x, y * 2, (x * y) % 256) for y in range(97) for x in range(203)])
            \(save)
            sys.stdout.buffer.write(Image.open(path).convert('RGB').tobytes())
            """)
        let file = try ImageFile.bytes(atPath: path)
        let header = try JPEGDecoder.header(of: file)
        #expect(header.isProgressive == save.contains("progressive"))
        #expect(header.colorModel == Self.colorModel(save))
        let expected = RGBImage(width: 203, height: 97, pixels: try #require(output))
        #expect(try JPEGDecoder.decode(file).worstDifference(from: expected) <= 1)
    }

    /// Pillow's own decoding of photos, where there are any.
    @Test(.enabled(if: Requirement.isMet(!SharedPhotos.paths.isEmpty)))
    func decodesPhotosAsPillowDoes() throws {
        for path in SharedPhotos.paths.prefix(4) {
            let output = Python.bytes(
                """
                import sys
                from PIL import Image
                sys.stdout.buffer.write(Image.open('\(path)').convert('RGB').tobytes())
                """)
            let decoded = try JPEGDecoder.decode(ImageFile.bytes(atPath: path))
            let expected = RGBImage(
                width: decoded.width, height: decoded.height, pixels: try #require(output))
            #expect(decoded.worstDifference(from: expected) <= 1, "\(path)")
        }
    }

    private static func colorModel(_ save: String) -> JPEGHeader.ColorModel {
        save.contains("CMYK") ? .cmyk : save.contains("'L'") ? .gray : .color
    }
}

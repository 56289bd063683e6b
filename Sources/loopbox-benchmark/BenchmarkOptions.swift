internal import Annotations
internal import Glibc
internal import ImageCodecs
internal import Imaging

/// What is measured, and how often.
struct BenchmarkOptions {
    /// The photo's path.
    let photo: String
    private(set) var rounds = 15

    /// Reads `--photo FILE` and `--rounds N`.
    init(_ arguments: [String]) throws {
        var photo = Self.sharedPhoto
        for option in try CommandOption.all(in: arguments) {
            switch option.name {
            case "--photo": photo = option.value
            case "--rounds": rounds = try option.count()
            default: throw option.meaningless
            }
        }
        guard let photo else {
            throw UsageError(message: "there is no ../shared/photos/large: use --photo FILE")
        }
        self.photo = photo
    }

    /// The photo scaled to 1280×720, whatever its shape, in 256 colours.
    func canvas() throws -> IndexedCanvas {
        let size = PixelSize(width: 1280, height: 720)
        let image = try JPEGDecoder.decode(ImageFile.bytes(atPath: photo), atLeast: size)
        return ColorQuantizer.quantize(
            image.resampled(width: size.width, height: size.height), colors: 256)
    }

    /// The last photo by name in the folder outside the repository.
    private static var sharedPhoto: String? {
        let root = getenv("LOOPBOX_SHARED").map { String(cString: $0) } ?? "../shared"
        var found = glob_t()
        defer { globfree(&found) }
        guard glob("\(root)/photos/large/*.jpg", 0, nil, &found) == 0, found.gl_pathc > 0 else {
            return nil
        }
        return found.gl_pathv[Int(found.gl_pathc) - 1].map { String(cString: $0) }
    }
}

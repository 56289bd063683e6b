internal import Annotations

/// What the segments before the first scan of a JPEG file say (ITU-T T.81, annex B).
struct JPEGMarkers {
    /// A colour component's blocks in one unit of the interleaved scan.
    struct Sampling: Hashable {
        var horizontal: Int
        var vertical: Int
    }

    private(set) var size: PixelSize?
    /// One for each colour component.
    private(set) var samplings: [Sampling] = []
    private(set) var isProgressive = false
    private(set) var orientation: ImageOrientation?
    private(set) var hasAdobeSegment = false

    /// Reads segments until the first scan, a second frame or the end of the bytes.
    init(_ bytes: [UInt8]) {
        let file = BoundedBytes(bytes: bytes[...])
        guard file.word(0) == 0xFFD8 else { return }
        var offset = 2
        while let marker = Self.marker(in: file, at: &offset) {
            if Self.standsAlone(marker) { continue }
            guard let length = file.word(offset), length >= 2 else { return }
            let segment = file.part(from: offset + 2, length: length - 2)
            offset += length
            guard marker != Self.startOfScan else {
                // A scan of some components only: the others come in later scans.
                isProgressive = isProgressive || segment.byte(0) != samplings.count
                return
            }
            read(segment, marker: marker)
        }
    }

    private static let startOfScan = 0xDA

    /// The next marker's code, past what is none, as the library looks for it.
    private static func marker(in file: BoundedBytes, at offset: inout Int) -> Int? {
        while let byte = file.byte(offset) {
            offset += 1
            guard byte == 0xFF, let code = file.byte(offset), code != 0xFF, code != 0 else {
                continue
            }
            offset += 1
            return code
        }
        return nil
    }

    private static func standsAlone(_ marker: Int) -> Bool {
        marker == 0x01 || (0xD0...0xD8).contains(marker)
    }

    private mutating func read(_ segment: BoundedBytes, marker: Int) {
        switch marker {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            readFrame(segment)
            isProgressive = marker & 0b11 == 0b10
        case 0xE1:
            orientation = orientation ?? ExifOrientation.orientation(inSegment: segment)
        case 0xEE:
            hasAdobeSegment = hasAdobeSegment || segment.hasText("Adobe")
        default:
            break
        }
    }

    private mutating func readFrame(_ segment: BoundedBytes) {
        guard size == nil, let height = segment.word(1), let width = segment.word(3),
            let count = segment.byte(5)
        else { return }
        size = PixelSize(width: width, height: height)
        samplings = (0..<count).compactMap { component in
            segment.byte(7 + 3 * component).map {
                Sampling(horizontal: $0 >> 4, vertical: $0 & 15)
            }
        }
    }
}

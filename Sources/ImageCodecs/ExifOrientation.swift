internal import Annotations

/// Finds the orientation in a JPEG file's EXIF segment (CIPA DC-008, section 4.5 and 4.6.5).
enum ExifOrientation {
    /// The orientation in the payload of an APP1 segment; nil when it has none that means anything.
    static func orientation(inSegment segment: BoundedBytes) -> ImageOrientation? {
        guard segment.hasText("Exif\0\0") else { return nil }
        var tiff = segment.part(from: 6)
        if tiff.hasText("II") {
            tiff.isLittleEndian = true
        } else if !tiff.hasText("MM") {
            return nil
        }
        guard tiff.word(2) == 42, let directory = tiff.longWord(4), directory >= 8,
            let entryCount = tiff.word(directory)
        else { return nil }
        return orientation(in: tiff, entriesAt: directory + 2, count: entryCount)
    }

    /// Tag 0x0112 among a directory's entries of 12 bytes: tag, type 3 (short), count 1, value.
    private static func orientation(
        in tiff: BoundedBytes, entriesAt start: Int, count: Int
    ) -> ImageOrientation? {
        for entry in stride(from: start, to: start + 12 * count, by: 12) {
            guard let tag = tiff.word(entry) else { return nil }
            guard tag == 0x0112 else { continue }
            guard tiff.word(entry + 2) == 3, tiff.longWord(entry + 4) == 1,
                let value = tiff.word(entry + 8)
            else { return nil }
            return ImageOrientation(rawValue: value)
        }
        return nil
    }
}

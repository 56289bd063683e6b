package import Annotations

/// What a JPEG file's markers say about the image before any of it is decoded.
package struct JPEGHeader: Hashable, Sendable {
    /// The colours that are stored.
    package enum ColorModel: Hashable, Sendable {
        case gray
        /// YCbCr or RGB.
        case color
        /// CMYK or YCCK.
        case cmyk
    }

    /// Columns and rows as stored, before ``orientation`` is applied.
    package let storedSize: PixelSize
    /// From the EXIF data; upright when there is none or its value means nothing.
    package let orientation: ImageOrientation
    /// What a pixel's samples stand for; the decoder makes red, green and blue of all.
    package let colorModel: ColorModel
    /// How coarsely colours are stored; nil when there are none, or in none of the usual ways.
    package let subsampling: ChromaSubsampling?
    /// Whether the image comes in several scans, so that all coefficients are held while decoding.
    package let isProgressive: Bool
    /// Whether CMYK values are stored as Adobe's programs do: 255 is no ink.
    let isInverted: Bool
    /// Bytes of coefficients that the library holds while decoding.
    let coefficientBytes: Int

    /// The size of the image as a person sees it.
    package var viewSize: PixelSize { orientation.viewSize(ofStored: storedSize) }

    /// The header in the file's segments, or nil when they hold no frame of 1, 3 or 4 components.
    init?(_ markers: JPEGMarkers) {
        guard let size = markers.size, let first = markers.samplings.first else { return nil }
        switch markers.samplings.count {
        case 1: colorModel = .gray
        case 3: colorModel = .color
        case 4: colorModel = .cmyk
        default: return nil
        }
        storedSize = size
        orientation = markers.orientation ?? .upright
        subsampling = markers.samplings.count == 1 ? nil : Self.subsampling(markers.samplings)
        isProgressive = markers.isProgressive
        isInverted = markers.hasAdobeSegment
        // Two bytes for each of the samples that a component has for its share of the pixels.
        let shares = markers.samplings.map { Double($0.horizontal * $0.vertical) }
        let densest = max(1, shares.max() ?? 1, Double(first.horizontal * first.vertical))
        let samples = Double(size.width * size.height) * shares.reduce(0, +) / densest
        coefficientBytes = markers.isProgressive ? Int(2 * samples) : 0
    }

    private static func subsampling(_ samplings: [JPEGMarkers.Sampling]) -> ChromaSubsampling? {
        let first = samplings[0]
        let second = samplings[1]
        guard samplings[2] == second, second.horizontal > 0, second.vertical > 0 else { return nil }
        switch (first.horizontal / second.horizontal, first.vertical / second.vertical) {
        case (1, 1): return ChromaSubsampling.none
        case (2, 1): return .halfWidth
        case (2, 2): return .half
        case (1, 2): return .halfHeight
        case (4, 1): return .quarterWidth
        default: return nil
        }
    }
}

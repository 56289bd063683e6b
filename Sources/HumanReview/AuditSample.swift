/// A random part of all images, the same one wherever and whenever it is drawn.
package struct AuditSample: Hashable, Sendable {
    /// The part of the images that is drawn, from 0 to 1.
    package var share: Double
    /// Which of all such samples this is.
    package var seed: Int64

    /// A sample; without a share nothing is drawn.
    package init(share: Double = 0, seed: Int64 = 0) {
        self.share = share
        self.seed = seed
    }

    /// Whether an image is drawn: the same for the same bytes and seed, and independent of all others.
    package func includes(imageDigest sha256: String) -> Bool {
        // The top 53 bits make a double exactly, uniform on [0, 1).
        Double(number(for: sha256) >> 11) * 0x1p-53 < share
    }

    /// FNV-1a of the text, finished with the seed as SplitMix64 does (Steele, Lea and Flood 2014).
    private func number(for sha256: String) -> UInt64 {
        let text = sha256.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        var mixed = text &+ UInt64(bitPattern: seed) &* 0x9e37_79b9_7f4a_7c15
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}

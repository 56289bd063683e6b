/// How many pixels share one colour value in a JPEG file, columns by rows.
package enum ChromaSubsampling: Hashable, Sendable, CaseIterable {
    /// Each pixel has its own (4:4:4).
    case none
    /// Two columns (4:2:2).
    case halfWidth
    /// Two columns and two rows (4:2:0), as cameras do.
    case half
    /// Two rows (4:4:0).
    case halfHeight
    /// Four columns (4:1:1).
    case quarterWidth
}

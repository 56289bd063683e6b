internal import Screen

/// Keys by what xterm, tmux, rxvt and the Linux console send for them. A modifier that ``Key`` does
/// not know is dropped, so that Control with an arrow is still that arrow.
extension Key {
    /// The key of a control byte (0–31 and 127).
    nonisolated init?(controlByte byte: UInt8) {
        switch byte {
        case 0x00: self = .control(" ")
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x1B: self = .escape
        case 0x01...0x1A: self = .control(Character(UnicodeScalar(byte + 0x60)))
        case 0x1C...0x1F: self = .control(Character(UnicodeScalar(byte + 0x40)))
        default: return nil
        }
    }

    /// The key of `CSI … final`, or of `SS3 final` in application mode.
    nonisolated init?(finalByte byte: UInt8) {
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "a"): self = .up
        case UInt8(ascii: "B"), UInt8(ascii: "b"): self = .down
        case UInt8(ascii: "C"), UInt8(ascii: "c"): self = .right
        case UInt8(ascii: "D"), UInt8(ascii: "d"): self = .left
        case UInt8(ascii: "H"): self = .home
        case UInt8(ascii: "F"): self = .end
        case UInt8(ascii: "I"): self = .tab
        case UInt8(ascii: "Z"): self = .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"):
            self = .function(Int(byte - UInt8(ascii: "P")) + 1)
        default: return nil
        }
    }

    /// The key of `SS3 final`: the finals of `CSI` and the numeric pad in application mode.
    nonisolated init?(applicationByte byte: UInt8) {
        switch byte {
        case UInt8(ascii: "M"): self = .enter
        case UInt8(ascii: "X"): self = .character("=")
        // `*` `+` `,` `-` `.` `/` and the digits, each 0x40 above its ASCII.
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            self = .character(Character(UnicodeScalar(byte - 0x40)))
        default: self.init(finalByte: byte)
        }
    }

    /// The key of `CSI number ~`.
    nonisolated init?(numberedKey number: Int) {
        switch number {
        case 1, 7: self = .home
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        case 11...15: self = .function(number - 10)
        case 17...21: self = .function(number - 11)
        case 23...26: self = .function(number - 12)
        case 28, 29: self = .function(number - 13)
        case 31...34: self = .function(number - 14)
        default: return nil
        }
    }

    /// The key of `CSI [ letter`, as the Linux console sends F1 to F5.
    nonisolated init?(consoleByte byte: UInt8) {
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) else { return nil }
        self = .function(Int(byte - UInt8(ascii: "A")) + 1)
    }
}

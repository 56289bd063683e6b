internal import Screen

extension InputDecoder {
    /// The end of a bracketed paste.
    nonisolated private static let pasteEnd = Array("\u{1B}[201~".utf8)

    nonisolated mutating func takeString(_ byte: UInt8, kind: UInt8, escaped: Bool) {
        if escaped {
            guard byte == UInt8(ascii: "\\") else {
                // Not the string's end but another sequence's beginning: the string is broken.
                reset()
                state = .escape
                return take(byte)
            }
            return endString(kind)
        }
        switch byte {
        case 0x1B: state = .string(kind, escaped: true)
        case 0x07 where kind == UInt8(ascii: "]"): endString(kind)
        case 0x18, 0x1A: reset()
        default: if held.count < Self.sequenceLimit { held.append(byte) }
        }
    }

    nonisolated private mutating func endString(_ kind: UInt8) {
        let text = held
        reset()
        guard kind == UInt8(ascii: "P"), text.starts(with: ">|".utf8) else { return }
        emit(.answer(.version(String(decoding: text.dropFirst(2), as: UTF8.self))))
    }

    nonisolated mutating func takePaste(_ byte: UInt8) {
        held.append(byte)
        if byte == UInt8(ascii: "~"), held.suffix(Self.pasteEnd.count) == Self.pasteEnd[...] {
            emitPaste(upTo: held.count - Self.pasteEnd.count)
            return reset()
        }
        if held.count > Self.pasteLimit + Self.pasteEnd.count {
            held.remove(at: Self.pasteLimit)
        }
    }

    /// Hands out the paste, of which the first `count` bytes are text.
    nonisolated mutating func emitPaste(upTo count: Int) {
        let text = held.prefix(min(count, Self.pasteLimit))
        emit(.pasted(String(decoding: text, as: UTF8.self)))
    }
}

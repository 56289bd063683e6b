internal import Screen

extension InputDecoder {
    /// Takes the next byte.
    nonisolated mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .escape: takeAfterEscape(byte)
        case .control: takeControl(byte)
        case .application: takeApplication(byte)
        case .console:
            reset()
            emit(Key(consoleByte: byte).map { .key($0) })
        case .plainMouse: takePlainMouse(byte)
        case .text: takeText(byte)
        case .string(let kind, let escaped): takeString(byte, kind: kind, escaped: escaped)
        case .paste: takePaste(byte)
        }
    }

    nonisolated private mutating func takeGround(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .escape
        case 0x00...0x1F, 0x7F: emit(Key(controlByte: byte).map { .key($0) })
        case 0x20...0x7E: emit(.key(.character(Character(UnicodeScalar(byte)))))
        case 0xC2...0xF4:
            held = [byte]
            state = .text
        default: break
        }
    }

    nonisolated private mutating func takeAfterEscape(_ byte: UInt8) {
        reset()
        switch byte {
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "O"): state = .application
        case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "^"),
            UInt8(ascii: "X"):
            state = .string(byte, escaped: false)
        default:
            emit(.key(.escape))
            takeGround(byte)
        }
    }

    nonisolated private mutating func takeControl(_ byte: UInt8) {
        switch byte {
        case 0x1B, 0x18, 0x1A: abandon(for: byte)
        case UInt8(ascii: "[") where held.isEmpty: state = .console
        case UInt8(ascii: "M") where held.isEmpty: state = .plainMouse
        case 0x20...0x7E:
            if held.count < Self.sequenceLimit { held.append(byte) }
            if byte >= 0x40 { endControl() }
        default: reset()
        }
    }

    nonisolated private mutating func endControl() {
        let sequence = held.count < Self.sequenceLimit ? ControlSequence(held) : nil
        reset()
        guard let sequence else { return }
        if sequence.final == UInt8(ascii: "~"), sequence.parameter(0) == 200 {
            state = .paste
        } else {
            emit(sequence.token)
        }
    }

    nonisolated private mutating func takeApplication(_ byte: UInt8) {
        if byte == 0x1B { return abandon(for: byte) }
        // A modifier, as in `SS3 5 A`.
        if (0x30...0x39).contains(byte), held.count < Self.sequenceLimit {
            return held.append(byte)
        }
        reset()
        emit(Key(applicationByte: byte).map { .key($0) })
    }

    nonisolated private mutating func takePlainMouse(_ byte: UInt8) {
        held.append(byte)
        guard held.count == 3 else { return }
        let values = held.map { Int($0) - 32 }
        reset()
        guard values.allSatisfy({ $0 >= 0 }) else { return }
        // Three in the button's bits, without motion, is the release of whichever was down.
        let isRelease = values[0] & 0b0110_0011 == 3
        emit(
            .mouse(
                MouseReport(
                    button: isRelease ? values[0] & ~3 : values[0], x: values[1], y: values[2],
                    isRelease: isRelease)))
    }

    nonisolated private mutating func takeText(_ byte: UInt8) {
        guard (0x80...0xBF).contains(byte) else {
            reset()
            return take(byte)
        }
        held.append(byte)
        guard held.count == Self.sequenceLength(of: held[0]) else { return }
        let text = String(validating: held, as: UTF8.self)
        reset()
        // The C1 controls have no key.
        guard let character = text?.first, text?.unicodeScalars.first?.value ?? 0 >= 0xA0 else {
            return
        }
        emit(.key(.character(character)))
    }

    nonisolated private static func sequenceLength(of first: UInt8) -> Int {
        first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    }

    /// Drops a sequence broken off by a control byte, which Escape begins anew.
    nonisolated private mutating func abandon(for byte: UInt8) {
        reset()
        if byte == 0x1B { state = .escape }
    }
}

internal import Screen

extension TerminalCapabilities: CustomStringConvertible {
    /// Every finding by a name and in words, in the order of a report.
    nonisolated package var fields: [(name: String, value: String)] {
        [
            ("terminal", name),
            ("version", version ?? "not told"),
            ("answers", isAnswered ? "yes" : "none"),
            ("attributes", Self.list(primaryAttributes)),
            ("secondary attributes", Self.list(secondaryAttributes)),
            ("sixel", isSixelAnnounced ? "yes" : "no"),
            ("renderer", rendererName),
            (
                "window",
                "\(window.columns)x\(window.rows) cells, \(window.width)x\(window.height) px"
            ),
            ("cell", "\(cellExtent.width)x\(cellExtent.height) px"),
            ("sixel area", Self.extent(sixelArea)),
            ("largest image", Self.extent(largestImage)),
            ("color registers", colorRegisters.map { "\($0)" } ?? "not told"),
            ("mouse", hasPixelMouse ? "pixels" : hasCellMouse ? "cells" : "not told"),
            ("synchronized output", hasSynchronizedOutput ? "yes" : "no"),
            ("colors", colorDepth.rawValue),
            ("multiplexer", isMultiplexed ? "yes" : "no"),
        ]
    }

    /// ``fields`` as text, one a line.
    nonisolated package var description: String {
        let width = fields.map(\.name.count).max() ?? 0
        return fields.map { field in
            field.name + String(repeating: " ", count: width + 2 - field.name.count) + field.value
        }.joined(separator: "\n")
    }

    nonisolated private var hasCellMouse: Bool { modes[Mode.mouseCells]?.isAvailable ?? false }

    nonisolated private var rendererName: String {
        let name = renderer == .sixel ? "sixel" : "half blocks"
        return chosenRenderer == nil ? name : "\(name), as chosen"
    }

    nonisolated private static func list(_ values: [Int]) -> String {
        values.isEmpty ? "not told" : values.map { "\($0)" }.joined(separator: " ")
    }

    nonisolated private static func extent(_ extent: PixelExtent?) -> String {
        extent.map { "\($0.width)x\($0.height) px" } ?? "not told"
    }
}

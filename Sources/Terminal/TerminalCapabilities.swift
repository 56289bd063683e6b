package import Screen

/// What a terminal says of itself, field by field: the ground of every choice how to draw, and of
/// `loopbox doctor`.
nonisolated package struct TerminalCapabilities: Hashable, Sendable {
    /// The sequences asked about by DECRQM.
    package enum Mode {
        /// Sixel display mode: images begin at the window's corner and do not scroll.
        package static let sixelDisplay = 80
        package static let mouseCells = 1006
        package static let mousePixels = 1016
        /// Colour registers of each image its own.
        package static let privateColors = 1070
        package static let synchronizedOutput = 2026
        /// All that are asked about.
        package static let all = [
            sixelDisplay, mouseCells, mousePixels, privateColors, synchronizedOutput,
        ]
    }

    /// The terminfo name, from `TERM`.
    package var name: String
    package var isMultiplexed: Bool
    package var colorDepth: ColorDepth
    /// The way of showing pixels that the user asked for, or nil.
    package var chosenRenderer: ScreenMetrics.PixelRenderer?
    package var window: WindowSize
    /// The terminal's name and version in its own words (XTVERSION), or nil.
    package var version: String?
    /// The attributes of DA1; empty until it is answered.
    package var primaryAttributes: [Int] = []
    package var secondaryAttributes: [Int] = []
    /// How many colours an image may have, or nil when it does not say.
    package var colorRegisters: Int?
    /// The pixels that images may fill now, or nil; clipped to ``largestImage``.
    package var sixelArea: PixelExtent?
    /// The largest image that is drawn at all, or nil when it does not say.
    package var largestImage: PixelExtent?
    package var textArea: PixelExtent?
    package var cell: PixelExtent?
    package var modes: [Int: ModeState] = [:]
    /// Whether the sentinel, DA1, has been answered.
    package var isAnswered = false

    /// What is known before the terminal is asked.
    package init(
        name: String, isMultiplexed: Bool = false, colorDepth: ColorDepth = .indexed,
        chosenRenderer: ScreenMetrics.PixelRenderer? = nil, window: WindowSize
    ) {
        self.name = name
        self.isMultiplexed = isMultiplexed
        self.colorDepth = colorDepth
        self.chosenRenderer = chosenRenderer
        self.window = window
    }

    /// Takes an answer into account.
    package mutating func record(_ answer: TerminalAnswer) {
        switch answer {
        case .primaryAttributes(let attributes):
            primaryAttributes = attributes
            isAnswered = true
        case .secondaryAttributes(let attributes): secondaryAttributes = attributes
        case .version(let text): version = text
        case .mode(let mode, let state):
            // The first answer is how the mode was found; a later one may tell of our own change.
            if modes[mode] == nil { modes[mode] = state }
        case .graphics(let item, let status, let values):
            recordGraphics(item: item, status: status, values: values)
        case .window(let kind, let height, let width):
            recordWindow(kind: kind, height: height, width: width)
        case .ready: break
        }
    }

    /// The largest image and the present area are told apart by their order: the area is asked first.
    private mutating func recordGraphics(item: Int, status: Int, values: [Int]) {
        guard status == 0, let first = values.first, first > 0 else { return }
        if item == 1 {
            colorRegisters = first
        } else if item == 2, values.count == 2, values[1] > 0 {
            let extent = PixelExtent(width: first, height: values[1])
            if sixelArea == nil { sixelArea = extent } else { largestImage = extent }
        }
    }

    private mutating func recordWindow(kind: Int, height: Int, width: Int) {
        guard height > 0, width > 0 else { return }
        switch kind {
        case 4: textArea = PixelExtent(width: width, height: height)
        case 6: cell = PixelExtent(width: width, height: height)
        case 8:
            window.columns = width
            window.rows = height
        default: break
        }
    }

    /// Forgets what changes with the window's size, before it is asked again.
    package mutating func forgetSizes(window: WindowSize) {
        self.window = window
        sixelArea = nil
        largestImage = nil
        textArea = nil
        cell = nil
    }
}

import Glibc
import OrderedJSON
import Screen
import Terminal

/// Asks the terminal about itself.
enum TerminalSurvey {
    /// How long a terminal may take to answer.
    private static let patience = Duration.seconds(2)

    /// What the terminal says, or why it was not asked.
    static func report(_ configuration: UserConfiguration) -> JSONValue {
        let options = configuration.terminalOptions
        guard isatty(STDIN_FILENO) == 1 else {
            return .object([
                .init("TERM", .string(options.name)),
                .init("asked", .string("no, standard input is no terminal")),
            ])
        }
        do throws(TerminalError) {
            return .object(members(try ask(options)))
        } catch {
            return .object([
                .init("TERM", .string(options.name)), .init("asked", .string("no, \(error)")),
            ])
        }
    }

    /// Opens the terminal until it has answered.
    private static func ask(_ options: TerminalOptions) throws(TerminalError)
        -> TerminalCapabilities
    {
        // An interrupt is held back until the terminal is as it was found.
        let signals = try SignalSource()
        defer { withExtendedLifetime(signals) {} }
        let session = try TerminalSession(options)
        defer { session.close() }
        let end = ContinuousClock.now + patience
        while !session.areMetricsSettled, ContinuousClock.now < end {
            var ready = pollfd(
                fd: session.inputDescriptor, events: session.pollEvents, revents: 0)
            _ = poll(&ready, 1, 50)
            _ = session.readEvents()
            _ = session.tick()
        }
        return session.capabilities
    }

    private static func members(_ found: TerminalCapabilities) -> [JSONValue.Member] {
        [
            .init("TERM", .string(found.name)),
            .init("version", found.version.map(JSONValue.string) ?? .null),
            .init("answered", .bool(found.isAnswered)),
            .init("inside tmux or screen", .bool(found.isMultiplexed)),
            .init("cells", .string("\(found.window.columns)×\(found.window.rows)")),
            .init("window pixels", .string("\(found.window.width)×\(found.window.height)")),
            .init("cell pixels", text(found.cellExtent)),
            .init("colours", .string(found.colorDepth.rawValue)),
            .init("sixel", .bool(found.isSixelAnnounced)),
            .init("sixel colours", found.colorRegisters.map(JSONValue.count) ?? .null),
            .init("sixel area", found.sixelArea.map(text) ?? .null),
            .init("largest sixel", found.largestImage.map(text) ?? .null),
            .init("pictures by", .string(found.renderer == .sixel ? "sixel" : "half blocks")),
            .init("primary attributes", .array(found.primaryAttributes.map(JSONValue.count))),
            .init("secondary attributes", .array(found.secondaryAttributes.map(JSONValue.count))),
            mode("mouse in cells", TerminalCapabilities.Mode.mouseCells, found),
            mode("mouse in pixels", TerminalCapabilities.Mode.mousePixels, found),
            mode("sixel display mode", TerminalCapabilities.Mode.sixelDisplay, found),
            mode("private colours", TerminalCapabilities.Mode.privateColors, found),
            mode("synchronized output", TerminalCapabilities.Mode.synchronizedOutput, found),
        ]
    }

    private static func mode(
        _ name: String, _ number: Int, _ found: TerminalCapabilities
    ) -> JSONValue.Member {
        .init(name, found.modes[number].map { .string("\($0)") } ?? .null)
    }

    private static func text(_ extent: PixelExtent) -> JSONValue {
        .string("\(extent.width)×\(extent.height)")
    }
}

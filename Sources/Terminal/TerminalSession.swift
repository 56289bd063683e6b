internal import Glibc
package import Screen

/// The terminal from its opening to its closing: shows frames, reads events, and leaves everything
/// as it was found.
///
/// The program's loop polls ``inputDescriptor`` for ``pollEvents`` until ``nextDeadline``, then calls
/// ``readEvents()`` and ``tick(_:)``.
package final class TerminalSession {
    let options: TerminalOptions
    let device: TerminalDevice
    let writer: TerminalWriter
    let screen: CursesScreen
    var decoder = InputDecoder()
    var flow = FlowControl()
    /// When the bytes that the decoder holds back are taken for what they are.
    var decoderDeadline: ContinuousClock.Instant?
    /// When the terminal's silence is taken for its answer.
    var answerDeadline: ContinuousClock.Instant?
    /// Whether the alternate screen and the modes are on.
    var isActive = false
    var isClosed = false
    var hasReportedHangup = false
    /// The last frame that was asked for, and whether its cells and its pixels are still to be sent.
    var frame: Frame?
    var areCellsWaiting = false
    var arePixelsWaiting = false
    var layer = PixelLayer()
    /// When the picture has rested long enough to be settled.
    var restDeadline: ContinuousClock.Instant?

    /// What the terminal says of itself; more after each ``TerminalEvent/resized(_:)``.
    package internal(set) var capabilities: TerminalCapabilities
    /// The measures last reported.
    ///
    /// At first they come from the system alone; then a ``TerminalEvent/resized(_:)`` gives those
    /// that the terminal's answers make, as a rule within milliseconds. Panes are not drawn before
    /// ``areMetricsSettled``.
    package internal(set) var metrics: ScreenMetrics
    /// Whether the terminal has answered what it is asked at the start, or will not.
    package internal(set) var areMetricsSettled = false
    /// Readable when the terminal has sent something.
    package let inputDescriptor: CInt

    /// Opens the terminal and asks it about itself; the first ``show(_:)`` draws.
    package init(_ options: TerminalOptions) throws(TerminalError) {
        self.options = options
        device = try TerminalDevice(path: options.path)
        inputDescriptor = device.descriptor
        writer = TerminalWriter(descriptor: device.descriptor)
        let entry = try TerminfoEntry(name: options.name)
        let depth = options.colorDepth(of: entry)
        let window = device.windowSize ?? WindowSize(columns: 80, rows: 24)
        capabilities = TerminalCapabilities(
            name: options.name, isMultiplexed: options.isMultiplexed, colorDepth: depth,
            chosenRenderer: options.renderer, window: window)
        metrics = capabilities.metrics
        screen = try CursesScreen(
            entry: entry, depth: depth, isTextColored: options.isColorAllowed,
            size: metrics.size)
        resume()
    }

    isolated deinit { close() }

    /// What to poll ``inputDescriptor`` for.
    package var pollEvents: Int16 {
        Int16(writer.isIdle ? POLLIN : POLLIN | POLLOUT)
    }
}

internal import Screen

extension TerminalSession {
    /// Takes the window's new size into account (SIGWINCH) and asks the terminal about its pixels.
    package func windowSizeChanged() -> [TerminalEvent] {
        guard isActive, let window = device.windowSize else { return [] }
        // The font is most likely what it was: its cell serves until the terminal answers.
        let cell = areMetricsSettled ? capabilities.cellExtent : nil
        capabilities.forgetSizes(window: window)
        capabilities.isAnswered = false
        metrics = capabilities.metrics
        if let cell, metrics.renderer == .sixel {
            metrics.cellWidth = cell.width
            metrics.cellHeight = cell.height
        }
        screen.resize(to: metrics.size)
        layer = PixelLayer()
        writer.send(CapabilityQuery.afterResize)
        answerDeadline = .now + .seconds(1)
        frame = nil
        areCellsWaiting = false
        arePixelsWaiting = false
        return [.resized(metrics)]
    }

    /// Takes what the terminal has answered, or not, as all that it will.
    func settle(into events: inout [TerminalEvent]) {
        answerDeadline = nil
        guard isActive else { return }
        writer.send(TerminalModes.enter(options, knowing: capabilities))
        let settled = capabilities.metrics
        guard settled != metrics || !areMetricsSettled else { return }
        areMetricsSettled = true
        metrics = settled
        arePixelsWaiting = frame != nil
        events.append(.resized(metrics))
    }
}

package import Screen

extension TerminalSession {
    /// Shows a frame, now or, while the terminal is behind, as soon as it has caught up; of several
    /// meanwhile only the last is shown.
    ///
    /// A frame of another size than ``metrics`` has is not shown.
    package func show(_ frame: Frame) {
        self.frame = frame
        isFrameWaiting = true
        present()
    }

    /// Draws everything anew, as after Ctrl+L.
    package func redraw() {
        screen.forgetEverything()
        isFrameWaiting = frame != nil
        present()
    }

    /// Sends what waits, if the terminal can take it.
    func present() {
        guard isActive, isFrameWaiting, writer.isIdle, let frame else { return }
        isFrameWaiting = false
        let composer = FrameComposer(renderer: metrics.renderer)
        writer.send(screen.draw(composer.cells(of: frame), cursor: frame.cursor))
    }
}

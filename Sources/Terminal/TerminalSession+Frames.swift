package import Screen

extension TerminalSession {
    /// Shows a frame, now or, while the terminal is behind, as soon as it has caught up.
    ///
    /// Of several frames meanwhile only the last is shown, and none whose size is not that of
    /// ``metrics``. Text goes out at once, pixels after the terminal's answer to the last ones.
    package func show(_ frame: Frame) {
        self.frame = frame
        areCellsWaiting = true
        arePixelsWaiting = true
        present()
    }

    /// Draws everything anew, as after Ctrl+L.
    package func redraw() {
        screen.forgetEverything()
        layer.screenErased()
        areCellsWaiting = frame != nil
        arePixelsWaiting = frame != nil
        present()
    }

    /// Repaints the pixels where coming back to the terminal may have cost some: xterm redraws its
    /// own images.
    func repaintDoubtfulPixels() {
        guard areMetricsSettled, !capabilities.hasImageSlots else { return }
        layer.screenDoubted()
        arePixelsWaiting = frame != nil
    }

    /// Sends what waits, if the terminal can take it.
    func present() {
        guard isActive, writer.isIdle, let frame, frame.cells.size == metrics.size else { return }
        if arePixelsWaiting, flow.isOpen {
            let target = target(of: frame)
            send(layer.plan(for: target, traits: traits), for: target, with: frame)
        } else if areCellsWaiting {
            layer.textDrawn(for: target(of: frame))
            writer.send(draw(frame))
        }
    }

    /// Gathers what the overlays brought into one (``PixelLayer/settle(_:traits:)``).
    func settlePicture() {
        guard isActive, writer.isIdle, flow.isOpen, let frame, let target = target(of: frame) else {
            return
        }
        restDeadline = nil
        send(layer.settle(target, traits: traits), for: target, with: frame)
    }

    private func send(_ plan: PixelPlan, for target: PixelTarget?, with frame: Frame) {
        arePixelsWaiting = false
        guard !plan.isEmpty else {
            if areCellsWaiting { writer.send(draw(frame)) }
            return
        }
        if let rows = plan.spoiledRows { screen.forget(rows: rows) }
        let blanks = BlankText(cells: frame.cells, colors: ColorMapper(depth: textDepth))
        let bytes =
            plan.scrollOut + draw(frame) + blanks.bytes(of: plan.blanks) + plan.images
            + FlowControl.question
        writer.send(capabilities.hasSynchronizedOutput ? SynchronizedOutput.wrap(bytes) : bytes)
        flow.sent(at: .now)
        restDeadline = layer.settlingDelay(traits: traits, target: target).map { .now + $0 }
    }

    private func draw(_ frame: Frame) -> [UInt8] {
        areCellsWaiting = false
        // Until it is known how pixels are shown, a pane is left empty.
        let composer = FrameComposer(
            renderer: areMetricsSettled ? metrics.renderer : .sixel)
        return screen.draw(composer.cells(of: frame), cursor: frame.cursor)
    }

    private func target(of frame: Frame) -> PixelTarget? {
        guard areMetricsSettled, metrics.renderer == .sixel, let pane = frame.pane else {
            return nil
        }
        return PixelTarget(pane, covers: frame.covers, traits: traits)
    }

    private var traits: PixelTraits { PixelTraits(capabilities, metrics) }

    private var textDepth: ColorDepth {
        options.isColorAllowed ? capabilities.colorDepth : .none
    }
}

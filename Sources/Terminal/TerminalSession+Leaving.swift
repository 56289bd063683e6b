internal import Glibc

extension TerminalSession {
    /// Gives the terminal back as it was found, to stop (SIGTSTP) or to end; ``resume()`` takes it
    /// again.
    package func suspend() {
        guard isActive else { return }
        isActive = false
        writer.send(TerminalModes.leave(knowing: capabilities))
        writer.send(screen.leave())
        writer.drain()
        awaitLateAnswers()
        device.leaveKeyMode()
        decoder = InputDecoder()
        decoderDeadline = nil
        restDeadline = nil
        flow = FlowControl()
        capabilities.modes = [:]
    }

    /// Takes the terminal, asks it about itself and shows the last frame again; also after a stop
    /// that gave no warning.
    package func resume() {
        guard !isClosed else { return }
        isActive = true
        device.enterKeyMode()
        writer.send(CapabilityQuery.all)
        answerDeadline = .now + .seconds(1)
        capabilities.forgetSizes(window: device.windowSize ?? capabilities.window)
        capabilities.isAnswered = false
        writer.send(TerminalModes.enter(options))
        layer = PixelLayer()
        redraw()
    }

    /// Gives the terminal back for good; a second call does nothing.
    package func close() {
        suspend()
        isClosed = true
    }

    /// Reads the answers still on their way, which would otherwise be typed into the shell.
    private func awaitLateAnswers() {
        let deadline = ContinuousClock.now + .milliseconds(300)
        while answerDeadline != nil || !flow.isOpen, ContinuousClock.now < deadline {
            var ready = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) >= 0 || errno == EINTR else { return }
            guard !writer.isHungUp, !hasReportedHangup else { return }
            _ = readEvents()
        }
    }
}

internal import Glibc

extension TerminalCapabilities {
    /// What the terminal says of itself, without taking its screen.
    ///
    /// Waits for the answers, at most a second when none come.
    ///
    /// - Parameter options: which terminal, and what the user and the environment ask of it.
    /// - Returns: everything that could be found out.
    /// - Throws: ``TerminalError`` when there is no terminal to ask.
    @MainActor
    package static func ask(_ options: TerminalOptions) throws(TerminalError) -> Self {
        let device = try TerminalDevice(path: options.path)
        let entry = try TerminfoEntry(name: options.name)
        var capabilities = Self(
            name: options.name, isMultiplexed: options.isMultiplexed,
            colorDepth: options.isColorAllowed ? options.colorDepth(of: entry) : .none,
            chosenRenderer: options.renderer,
            window: device.windowSize ?? WindowSize(columns: 80, rows: 24))
        device.enterKeyMode()
        defer { device.leaveKeyMode() }
        let writer = TerminalWriter(descriptor: device.descriptor)
        writer.send(CapabilityQuery.all)
        writer.drain()
        var decoder = InputDecoder()
        var bytes = [UInt8](repeating: 0, count: 4096)
        let deadline = ContinuousClock.now + .seconds(1)
        while !capabilities.isAnswered, ContinuousClock.now < deadline {
            var ready = pollfd(fd: device.descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) >= 0 || errno == EINTR else { break }
            let count = read(device.descriptor, &bytes, bytes.count)
            guard count > 0 else { continue }
            for case .answer(let answer) in decoder.feed(bytes.prefix(count)) {
                capabilities.record(answer)
            }
        }
        return capabilities
    }
}

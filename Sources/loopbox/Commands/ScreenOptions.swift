import ArgumentParser

/// How the workstation looks and listens, over what the user's settings say.
struct ScreenOptions: ParsableArguments {
    @Option(help: "The colours: dark, light, or the path of a theme file.")
    var theme: String?

    @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
    var isMouseOff = false

    @Flag(
        name: .customLong("no-queue"),
        help: "Leave the waiting images to 'loopbox work' in other processes.")
    var isQueueOff = false

    /// Sees to it that the network beside the screen does not spin, before anything is opened.
    func prepareQueue() {
        guard !isQueueOff else { return }
        EngineThreads.makePassive(threads: EngineThreads.besideScreen)
    }

    /// The user's settings with the options put over them.
    ///
    /// - Throws: ``ConfigurationError`` when the settings file cannot be used.
    func configuration() throws -> UserConfiguration {
        var configuration = try UserConfiguration.load()
        if let theme { configuration.theme = theme }
        if isMouseOff { configuration.isMouseEnabled = false }
        return configuration
    }
}

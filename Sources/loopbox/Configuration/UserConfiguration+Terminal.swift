import Terminal

extension UserConfiguration {
    /// How the terminal is to be opened: what the environment says, then the user's settings.
    var terminalOptions: TerminalOptions {
        var options = TerminalOptions.fromEnvironment()
        options.isMouseEnabled = isMouseEnabled
        options.renderer = options.renderer ?? renderer
        return options
    }
}

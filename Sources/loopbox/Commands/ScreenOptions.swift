import ArgumentParser
import ThemeCatalog

/// How the workstation looks and listens.
struct ScreenOptions: ParsableArguments {
    @Option(help: "The colours: dark or light.")
    var theme = "dark"

    @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
    var isMouseOff = false

    /// The options as the workstation takes them.
    @MainActor var workstationOptions: WorkstationOptions {
        var options = WorkstationOptions()
        options.themeName = theme
        options.isMouseEnabled = !isMouseOff
        return options
    }
}

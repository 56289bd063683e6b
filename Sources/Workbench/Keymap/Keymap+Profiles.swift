internal import Screen

extension Keymap {
    /// The names of the profiles that come with the program, the default first.
    package static let profileNames = ["default", "labelimg", "cvat"]

    /// A profile by name, or nil when there is none such.
    ///
    /// `labelimg` and `cvat` put the keys that those programs' users have in their fingers before the
    /// default ones, as far as a plain terminal sends them; what they move is found by `?`.
    package static func profile(_ name: String) -> Keymap? {
        switch name {
        case "default": standard
        case "labelimg":
            standard.overlaid(
                by: table(
                    .review,
                    """
                    d next-image | a previous-image | w draw | Enter submit
                    Ctrl+D copy | Ctrl+V paste | Delete delete
                    """))
        case "cvat":
            standard.overlaid(
                by: table(
                    .review,
                    """
                    f next-image | d previous-image | n draw | Delete delete
                    Ctrl+B copy | Ctrl+V paste | g hint
                    """))
        default: nil
        }
    }
}

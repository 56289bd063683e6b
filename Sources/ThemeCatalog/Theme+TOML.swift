internal import Screen

extension Theme {
    /// A theme whose members are spelled in TOML with hyphens between words.
    init(reading document: inout ThemeDocument) throws {
        self.init(
            name: try document.string("name"),
            text: try document.color("text"),
            mutedText: try document.color("muted-text"),
            strongText: try document.color("strong-text"),
            background: try document.color("background"),
            panel: try document.color("panel"),
            border: try document.color("border"),
            accent: try document.color("accent"),
            selectionText: try document.color("selection-text"),
            selectionBackground: try document.color("selection-background"),
            success: try document.color("success"),
            warning: try document.color("warning"),
            error: try document.color("error"),
            surround: try document.color("surround"),
            crosshair: try document.color("crosshair"),
            handle: try document.color("handle"),
            outlineShadow: try document.color("outline-shadow"),
            outlineLight: try document.color("outline-light"),
            classes: try document.colors("colors", inTable: "classes"))
    }
}

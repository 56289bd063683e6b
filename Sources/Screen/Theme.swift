package import Imaging

/// Every colour on the screen, by what it is for; files in `Themes/` give the values.
package struct Theme: Hashable, Sendable {
    package var name: String
    package var text: RGBColor
    package var mutedText: RGBColor
    package var strongText: RGBColor
    package var background: RGBColor
    /// Header, footer and side panel.
    package var panel: RGBColor
    package var border: RGBColor
    package var accent: RGBColor
    package var selectionText: RGBColor
    package var selectionBackground: RGBColor
    package var success: RGBColor
    package var warning: RGBColor
    package var error: RGBColor
    /// What surrounds the photo in its pane.
    package var surround: RGBColor
    /// The crosshair, and the handles of the selected box.
    package var crosshair: RGBColor
    package var handle: RGBColor
    /// The dark and light edges that keep an outline legible on any photo, and text over class colours.
    package var outlineShadow: RGBColor
    package var outlineLight: RGBColor
    /// A class keeps one colour everywhere; classes beyond the list begin again.
    package var classes: [RGBColor]

    /// A theme with every colour given.
    package init(
        name: String, text: RGBColor, mutedText: RGBColor, strongText: RGBColor,
        background: RGBColor, panel: RGBColor, border: RGBColor, accent: RGBColor,
        selectionText: RGBColor, selectionBackground: RGBColor, success: RGBColor,
        warning: RGBColor, error: RGBColor, surround: RGBColor, crosshair: RGBColor,
        handle: RGBColor, outlineShadow: RGBColor, outlineLight: RGBColor, classes: [RGBColor]
    ) {
        self.name = name
        self.text = text
        self.mutedText = mutedText
        self.strongText = strongText
        self.background = background
        self.panel = panel
        self.border = border
        self.accent = accent
        self.selectionText = selectionText
        self.selectionBackground = selectionBackground
        self.success = success
        self.warning = warning
        self.error = error
        self.surround = surround
        self.crosshair = crosshair
        self.handle = handle
        self.outlineShadow = outlineShadow
        self.outlineLight = outlineLight
        self.classes = classes
    }

    /// The colour of the class at a position in the flow's labels; a class not among them is muted.
    package func color(ofClass id: Int?) -> RGBColor {
        guard let id, id >= 0, !classes.isEmpty else { return mutedText }
        return classes[id % classes.count]
    }

    /// The colour of text on a class's colour: the outline's shadow or light, whichever reads better.
    package func textColor(onClass id: Int?) -> RGBColor {
        let ground = color(ofClass: id)
        return ground.contrast(with: outlineShadow) >= ground.contrast(with: outlineLight)
            ? outlineShadow : outlineLight
    }
}

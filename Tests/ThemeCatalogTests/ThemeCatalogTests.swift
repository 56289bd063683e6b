import Foundation
import Imaging
import Screen
import Testing
import ThemeCatalog

@Suite struct ThemeCatalogTests {
    @Test(arguments: ThemeCatalog.builtIn)
    func shippedThemeIsComplete(name: String) throws {
        let theme = try ThemeCatalog.load(name: name)
        #expect(theme.name == name)
        #expect(theme.classes.count == 20)
    }

    @Test func everyFileInThemesIsShipped() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Themes")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(names.sorted() == ThemeCatalog.builtIn.map { "\($0).toml" }.sorted())
        for name in ThemeCatalog.builtIn {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "\(name).toml")))
            #expect(try ThemeCatalog.load(contentsOf: bytes) == ThemeCatalog.load(name: name))
        }
    }

    /// WCAG 2.2, 1.4.3 with the standard's own transfer function as the oracle.
    @Test(arguments: ThemeCatalog.builtIn)
    func textIsLegible(name: String) throws {
        let theme = try ThemeCatalog.load(name: name)
        let inks = [
            theme.text, theme.mutedText, theme.strongText, theme.accent, theme.success,
            theme.warning, theme.error,
        ]
        for ink in inks {
            #expect(contrast(ink, theme.background) >= 4.5)
            #expect(contrast(ink, theme.panel) >= 4.5)
        }
        #expect(contrast(theme.selectionText, theme.selectionBackground) >= 4.5)
        for id in theme.classes.indices {
            let label = contrast(theme.textColor(onClass: id), theme.classes[id])
            #expect(label >= 4.5, "class \(id)")
            #expect(contrast(theme.classes[id], theme.panel) >= 3, "class \(id)")
        }
        #expect(contrast(theme.outlineShadow, theme.outlineLight) >= 15)
    }

    /// Distances in OKLab (Ottosson 2020), where 0.02 is just noticeable side by side.
    @Test(arguments: ThemeCatalog.builtIn)
    func classesAreDistinguishable(name: String) throws {
        let classes = try ThemeCatalog.load(name: name).classes.map(labCoordinates)
        for (index, one) in classes.enumerated() {
            for other in classes[..<index] {
                let distance = zip(one, other).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
                #expect(distance.squareRoot() >= 0.1)
            }
        }
    }

    @Test(arguments: [0, 1, 64, 127, 128, 200, 255])
    func luminanceFollowsTheStandard(level: Int) throws {
        let grey = RGBColor(
            red: UInt8(level), green: UInt8(level / 2), blue: UInt8(255 - level))
        #expect(abs(grey.relativeLuminance - luminance(grey)) < 0.002)
    }

    @Test func loadingIsQuick() throws {
        let started = ContinuousClock.now
        for _ in 0..<20 { _ = try ThemeCatalog.load(name: "dark") }
        // The aim is 2 ms in a release build; this only catches a change of kind.
        #expect((ContinuousClock.now - started) / 20 < .milliseconds(50))
    }
}

private func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
}

private func luminance(_ color: RGBColor) -> Double {
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

private func contrast(_ one: RGBColor, _ other: RGBColor) -> Double {
    let levels = [luminance(one), luminance(other)].sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
}

private func labCoordinates(_ color: RGBColor) -> [Double] {
    let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return [
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    ]
}

internal import Glibc
internal import Imaging
internal import Screen

/// A photo of random colours with a box over it, text around it, and a popup that may cover part.
struct Scene {
    var photo = 1
    var x = 40
    var y = 30
    var hasPopup = false
    var width = 0.8
    var step = 0

    /// Changes what a key stands for; `show` shows a state between two.
    mutating func take(_ key: Key, show: () -> Void) {
        switch key {
        case .character("n"): photo += 1
        case .character("s"): photo += 1; width = 0.4
        case .character("p"): hasPopup.toggle()
        case .character("m"):
            x += 7
            y += 5
        case .character("b"):
            x = max(0, x - 150)
            y = max(0, y - 90)
        default: break
        }
        step += 1
    }

    func frame(on metrics: ScreenMetrics) -> Frame {
        var cells = CellGrid(size: metrics.size)
        let text = Style(foreground: RGBColor(red: 255, green: 255, blue: 0))
        for row in 0..<metrics.size.rows {
            cells.write(
                "row \(row) step \(row == 0 ? step : 0) " + String(repeating: "text ", count: 40),
                column: 0, row: row, style: text)
        }
        let rect = pane(on: metrics)
        cells.fill(rect, style: Style(background: RGBColor(red: 40, green: 40, blue: 40)))
        guard metrics.size.columns >= 40 else { return Frame(cells: cells) }
        let (photo, canvas) = pictures(on: metrics)
        var covers: [CellRect] = []
        if hasPopup {
            let cover = CellRect(column: rect.column + 5, row: rect.row + 3, columns: 30, rows: 6)
            cells.fill(cover, style: Style(background: RGBColor(red: 0, green: 0, blue: 160)))
            cells.write("popup", column: cover.column + 2, row: cover.row + 2, style: text)
            covers = [cover]
        }
        return Frame(
            cells: cells,
            pane: ImagePane(rect: rect, identity: self.photo, photo: photo, canvas: canvas),
            covers: covers)
    }

    func pane(on metrics: ScreenMetrics) -> CellRect {
        CellRect(
            column: 2, row: 2, columns: metrics.size.columns * 7 / 10, rows: metrics.size.rows - 5)
    }

    func pictures(on metrics: ScreenMetrics) -> (photo: IndexedCanvas, canvas: IndexedCanvas) {
        let rect = pane(on: metrics)
        let width = Int(Double(rect.columns * metrics.cellWidth) * width)
        let height = rect.rows * metrics.cellHeight - 5
        var state = UInt64(photo) &* 0x9E37_79B9_7F4A_7C15
        func random() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        var palette = (0..<240).map { _ in RGBColor(red: random(), green: random(), blue: random())
        }
        palette += (0..<16).map {
            RGBColor(red: UInt8($0 * 17), green: 255, blue: UInt8(255 - $0 * 17))
        }
        var indices: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let index = x / 3 + y / 2 * 7 + photo * 31
                indices.append(UInt8(index % 240))
            }
        }
        let plain = IndexedCanvas(width: width, height: height, palette: palette, indices: indices)
        var canvas = plain
        canvas.stroke(PixelRect(x: x, y: y, width: 300, height: 200), thickness: 3, with: 250)
        canvas.stroke(
            PixelRect(x: 500 - x / 2, y: 300 - y / 2, width: 90, height: 120), thickness: 2,
            with: 241)
        return (plain, canvas)
    }

    /// A level as xterm shows it: sixel counts in percent, X in 16 bits.
    static func shown(_ level: UInt8) -> UInt8 {
        let percent = (Int(level) * 100 + 127) / 255
        return UInt8(truncatingIfNeeded: (percent * 65535 / 100) >> 8)
    }

    func writeExpected(to path: String, on metrics: ScreenMetrics) {
        let canvas = pictures(on: metrics).canvas
        var bytes = Array("P6\n\(canvas.width) \(canvas.height)\n255\n".utf8)
        for index in canvas.indices {
            let color = canvas.palette[Int(index)]
            for level in [color.red, color.green, color.blue] { bytes.append(Self.shown(level)) }
        }
        let file = fopen(path, "w")
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

internal import Testing

@testable internal import Imaging

struct ShapesTests {
    private static func canvas(_ width: Int, _ height: Int) -> IndexedCanvas {
        IndexedCanvas(width: width, height: height, palette: [RGBColor(red: 0, green: 0, blue: 0)])
    }

    /// Rows of the canvas, `.` for index 0 and the digit for others.
    private static func picture(_ canvas: IndexedCanvas) -> [String] {
        (0..<canvas.height).map { row in
            canvas.indices[row * canvas.width..<(row + 1) * canvas.width]
                .map { $0 == 0 ? "." : String($0) }.joined()
        }
    }

    @Test func fillIsCutAtTheEdges() {
        var canvas = Self.canvas(4, 3)
        canvas.fill(PixelRect(x: -5, y: 1, width: 7, height: 90), with: 3)
        #expect(Self.picture(canvas) == ["....", "33..", "33.."])
        canvas.fill(PixelRect(x: 4, y: 0, width: 5, height: 5), with: 7)
        #expect(Self.picture(canvas) == ["....", "33..", "33.."])
    }

    @Test func strokeIsInsideTheRectangle() {
        var canvas = Self.canvas(7, 6)
        canvas.stroke(PixelRect(x: 1, y: 0, width: 6, height: 5), thickness: 2, with: 1)
        #expect(
            Self.picture(canvas) == [
                ".111111", ".111111", ".11..11", ".111111", ".111111", ".......",
            ])
    }

    @Test func strokeThickerThanTheRectangleFillsIt() {
        for (width, height) in [(1, 1), (3, 1), (2, 5), (5, 4)] {
            var stroked = Self.canvas(8, 8)
            var filled = stroked
            let rect = PixelRect(x: 2, y: 1, width: width, height: height)
            stroked.stroke(rect, thickness: 9, with: 1)
            filled.fill(rect, with: 1)
            #expect(stroked == filled)
        }
    }

    @Test func dashesAlternateAlongEachEdge() {
        var canvas = Self.canvas(8, 5)
        canvas.strokeDashed(
            PixelRect(x: 0, y: 0, width: 8, height: 5), thickness: 1, dash: 2, with: 1)
        #expect(
            Self.picture(canvas) == [
                "11..11..", "1......1", "1......1", "........", "11..11..",
            ])
    }

    @Test func linesAreOnePixelWide() {
        var canvas = Self.canvas(4, 3)
        canvas.drawHorizontalLine(x: 1, y: 2, length: 9, with: 1)
        canvas.drawVerticalLine(x: 0, y: -4, length: 6, with: 2)
        #expect(Self.picture(canvas) == ["2...", "2...", ".111"])
    }

    @Test func rectanglesIntersectAndUnite() {
        let left = PixelRect(x: 0, y: 0, width: 4, height: 4)
        let right = PixelRect(x: 2, y: 3, width: 9, height: 9)
        #expect(left.intersection(right) == PixelRect(x: 2, y: 3, width: 2, height: 1))
        #expect(left.union(right) == PixelRect(x: 0, y: 0, width: 11, height: 12))
        let apart = PixelRect(x: 50, y: 0, width: 1, height: 1)
        #expect(left.intersection(apart).isEmpty)
        #expect(left.union(PixelRect(x: 9, y: 9, width: 0, height: 3)) == left)
    }
}

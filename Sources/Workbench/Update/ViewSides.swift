internal import Annotations

/// Sides of a box as they are seen, to be turned into edges of the stored frame.
struct ViewSides {
    var left = false
    var right = false
    var top = false
    var bottom = false

    func edges(in viewport: Viewport) -> BoxEdges {
        var edges: BoxEdges = []
        if left { edges.insert(edge(x: -1, y: 0, in: viewport)) }
        if right { edges.insert(edge(x: 1, y: 0, in: viewport)) }
        if top { edges.insert(edge(x: 0, y: -1, in: viewport)) }
        if bottom { edges.insert(edge(x: 0, y: 1, in: viewport)) }
        return edges
    }

    private func edge(x: Double, y: Double, in viewport: Viewport) -> BoxEdges {
        let size = viewport.imageSize
        let from = viewport.orientation.stored(x: 0, y: 0, stored: size)
        let to = viewport.orientation.stored(x: x, y: y, stored: size)
        return BoxEdges(
            pointedAtBy: PixelPoint(
                x: Int((to.x - from.x).rounded()), y: Int((to.y - from.y).rounded())))
    }
}

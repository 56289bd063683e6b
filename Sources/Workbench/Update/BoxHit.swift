internal import Annotations
internal import HumanReview

/// What of the boxes lies under the pointer.
struct BoxHit: Hashable, Sendable {
    var box: ReviewBox
    /// The edges within reach; none when the pointer is well inside.
    var edges: BoxEdges

    /// Finds what a press at a pane point takes hold of.
    ///
    /// Edges and corners come before insides, the selected box before others, and of several insides
    /// the smallest. `reach` is how many pane pixels beside an edge still take it.
    static func find(
        x: Double, y: Double, in task: TaskState, viewport: Viewport, reach: Double
    ) -> BoxHit? {
        let boxes = task.draft.boxes.sorted { first, second in
            if (first.id == task.selection) != (second.id == task.selection) {
                return first.id == task.selection
            }
            return first.box.area < second.box.area
        }
        let hits = boxes.compactMap { box in
            hit(box, x: x, y: y, viewport: viewport, reach: reach)
        }
        return hits.first { !$0.edges.isEmpty } ?? hits.min { $0.box.box.area < $1.box.box.area }
    }

    private static func hit(
        _ box: ReviewBox, x: Double, y: Double, viewport: Viewport, reach: Double
    ) -> BoxHit? {
        let rect = viewport.pane(box.box)
        guard x >= rect.left - reach, x <= rect.right + reach, y >= rect.top - reach,
            y <= rect.bottom + reach
        else { return nil }
        // A small box keeps an inside to be moved by: the reach inwards is at most a quarter of it.
        let inwardX = min(reach, rect.width / 4)
        let inwardY = min(reach, rect.height / 4)
        var sides = ViewSides()
        sides.left = x <= rect.left + inwardX
        sides.right = !sides.left && x >= rect.right - inwardX
        sides.top = y <= rect.top + inwardY
        sides.bottom = !sides.top && y >= rect.bottom - inwardY
        return BoxHit(box: box, edges: sides.edges(in: viewport))
    }
}

internal import Annotations

/// An edit in terms that can be repeated on another box.
package enum BoxOperation: Hashable, Sendable {
    case move(right: Int, down: Int)
    case resize(edges: BoxEdges, right: Int, down: Int)
    case relabel(String)
    case delete
}

/// What an edit did to one box: drawn when `before` is nil, deleted when `after` is.
package struct BoxChange: Hashable, Sendable {
    package var before: ReviewBox?
    package var after: ReviewBox?

    /// A change; at least one side is given, and both have the same id.
    package init(before: ReviewBox?, after: ReviewBox?) {
        self.before = before
        self.after = after
    }

    /// The change that takes this one back.
    package var inverse: BoxChange { BoxChange(before: after, after: before) }
}

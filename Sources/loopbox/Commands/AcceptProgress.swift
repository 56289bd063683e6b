/// A line on a terminal that counts what is accepted; nothing anywhere else.
nonisolated struct AcceptProgress {
    let isShown: Bool

    /// Shows how many are accepted so far.
    func show(_ count: Int) {
        if isShown { Console.showProgress("\(count) accepted") }
    }

    /// Takes the line away, so that another can be written.
    func clear() {
        if isShown { Console.showProgress(nil) }
    }
}

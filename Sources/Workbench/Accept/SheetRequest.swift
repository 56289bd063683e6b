package import HumanReview

/// A sheet wanted on the screen.
package struct SheetRequest: Hashable, Sendable {
    package var query: ConfidentQuery
    /// Where the sheet before ended, or nil for the first one.
    package var place: ConfidentPlace?
    /// How many images the screen has room for.
    package var limit: Int
    /// Counts up with every decision, so that a sheet is asked for again after one.
    package var edition: Int

    /// A request.
    package init(query: ConfidentQuery, place: ConfidentPlace?, limit: Int, edition: Int) {
        self.query = query
        self.place = place
        self.limit = limit
        self.edition = edition
    }
}

/// A sheet wanted on the screen.
package struct SheetRequest: Hashable, Sendable {
    package var query: SheetQuery
    /// Where the sheet before ended, or nil for the first one.
    package var place: SheetPlace?
    /// How many thumbnails the screen has room for.
    package var limit: Int
    /// Counts up with every decision, so that a sheet is asked for again after one.
    package var edition: Int

    /// A request.
    package init(query: SheetQuery, place: SheetPlace?, limit: Int, edition: Int) {
        self.query = query
        self.place = place
        self.limit = limit
        self.edition = edition
    }
}

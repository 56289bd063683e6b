internal import HumanReview

/// A figure's table: a title, column heads and rows.
struct DashboardPanel: Hashable {
    let title: String
    let figure: Figure
    var columns: [Column]
    var rows: [Row]
    /// What stands in place of the rows where there is nothing to tell.
    var empty = "Nothing yet"
    /// Blank columns between two of the table.
    var space = 2

    /// A column; those that do not fit are left out from the right, never cut.
    struct Column: Hashable {
        var title: String
        var isNumber: Bool

        static func text(_ title: String) -> Column { Column(title: title, isNumber: false) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    }

    /// A row that can be selected.
    struct Row: Hashable {
        var cells: [DashboardCell]
        /// The filter that lists the loops behind it; nil where there is no such list.
        var filter: String?
    }

    /// Rows of the screen it takes: a title, the heads where there are any, the rows, a blank.
    var height: Int { 1 + (hasHeads ? 1 : 0) + max(1, rows.count) + 1 }
    var hasHeads: Bool { !rows.isEmpty && columns.contains { !$0.title.isEmpty } }
}

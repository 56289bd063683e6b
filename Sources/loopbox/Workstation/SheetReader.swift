import Annotations
import HumanReview
import Workbench

/// Reads what a sheet of images or a card of boxes shows.
nonisolated struct SheetReader {
    let store: any WorkstationStore
    let worker: Worker

    /// What a query finds, and how much there is of it.
    private struct Found {
        var items: [SheetItem]
        var taken: Int
        var total: Int
        var lowestScore: Double?
        var trust: SheetTrust?
    }

    /// The items wanted, and those of the sheet or card after it, whose photos are made ready.
    func contents(of request: SheetRequest) throws -> SheetContents {
        let facets = try store.confidentFacets()
        let found = try find(request, facets)
        return SheetContents(
            items: Array(found.items.prefix(request.limit)),
            following: Array(found.items.dropFirst(request.limit)), taken: found.taken,
            total: found.total, lowestScore: found.lowestScore, facets: facets,
            trust: found.trust, canUndo: try store.latestDecision(of: worker) != nil)
    }

    private func find(_ request: SheetRequest, _ facets: ConfidentFacets) throws -> Found {
        let limit = 2 * request.limit
        switch request.query {
        case .images(let query):
            let images = try store.confidentPage(query, after: request.place?.image, limit: limit)
            let bands = try store.scoreBands(ofModel: query.filter.model)
            return Found(
                items: images.map(SheetItem.image), taken: try store.confidentCount(query.filter),
                total: try store.confidentCount(ConfidentFilter()),
                lowestScore: facets.lowestScore,
                trust: SheetTrust(bands, from: query.filter.minimumScore))
        case .boxes(let query):
            let all = ConfidentBoxFilter(label: query.filter.label)
            let boxes = try store.confidentBoxes(query, after: request.place?.box, limit: limit)
            let weakest = try store.confidentBoxes(
                ConfidentBoxQuery(filter: all), after: nil, limit: 1)
            return Found(
                items: boxes.map(SheetItem.box), taken: try store.confidentBoxCount(query.filter),
                total: try store.confidentBoxCount(all),
                lowestScore: weakest.first?.detection.score)
        }
    }
}

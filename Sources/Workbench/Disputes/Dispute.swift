package import Annotations
package import HumanReview

/// One loop whose answers differ, and what the lead takes of them so far.
package struct Dispute: Hashable, Sendable {
    /// What is taken of an object.
    package enum Choice: Hashable, Sendable {
        /// The box of the answer at a position; nothing where that answer has none.
        case answer(Int)
        /// What the consolidated answer has; nothing where no majority drew a box.
        case consolidated
        case dropped
    }

    package let history: LoopHistory
    package let revision: LoopRevision
    package let consolidation: Consolidation
    /// Positions of the objects that people do not agree about.
    package let differing: [Int]
    /// The difference that is looked at, by its position among ``differing``.
    package var selection = 0
    /// What was decided, by the object's position.
    package var choices: [Int: Choice] = [:]
    package var photo: LoopPhoto
    /// The lead was told that not everything is decided.
    package var isWarned = false
    /// The settlement is on its way into the store.
    package var isSubmitting = false

    /// A loop's latest answers; nil before there is one.
    package init?(_ history: LoopHistory) {
        guard let revision = history.latest else { return nil }
        self.history = history
        self.revision = revision
        consolidation = Consolidation(revision.answers.map(\.boxes))
        differing = consolidation.objects.indices.filter { [objects = consolidation.objects] in
            !objects[$0].disagreements.isEmpty
        }
        photo = LoopPhoto(image: history.loop.image)
    }

    /// The position of the object looked at, or nil when nothing differs.
    package var selectedObject: Int? {
        differing.indices.contains(selection) ? differing[selection] : nil
    }

    /// The differences nobody has decided about, by their positions among ``differing``.
    package var undecided: [Int] { differing.indices.filter { choices[differing[$0]] == nil } }

    /// What is taken of an object: the consolidation has its way until the lead decides.
    package func choice(of object: Int) -> Choice { choices[object] ?? .consolidated }

    /// The box that is taken of an object, or nil when there is none.
    package func settledBox(of object: Int) -> LabeledBox? {
        switch choice(of: object) {
        case .answer(let position):
            let members = consolidation.objects[object].members
            return members.indices.contains(position) ? members[position] : nil
        case .consolidated: return consolidation.objects[object].consolidated
        case .dropped: return nil
        }
    }

    /// The settlement as it stands.
    package var settledBoxes: [LabeledBox] {
        consolidation.objects.indices.compactMap(settledBox(of:))
    }
}

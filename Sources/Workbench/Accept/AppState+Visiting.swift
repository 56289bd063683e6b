internal import Annotations
internal import HumanReview

/// Looking at one image of the sheet in the review screen, and coming back.
extension AppState {
    /// Shows the image under the cursor, read only: nothing is decided by looking.
    mutating func visitSelected() {
        guard accept.deciding == nil, let item = accept.sheet?.selected else { return }
        let image = item.image
        let interrupted = accept.visit?.interrupted ?? place
        accept.visit = AcceptVisit(image: image.image.id, interrupted: interrupted)
        accept.mode = .normal
        pendingKeys = []
        destination = .review
        place = .task(TaskState(preview(of: image)))
        guard let box = item.box else { return }
        withTask { $0.selection = box.index }
    }

    /// Whether the image on the screen is only looked at.
    var isPreviewing: Bool { accept.visit != nil && task?.task.lease == nil }

    /// Goes back to the sheet; an image that was taken into review is released.
    mutating func endVisit() -> [Effect] {
        guard let visit = accept.visit else { return [] }
        if let task, task.leaseLost == nil, !task.unsaved.isEmpty, task.task.lease != nil {
            say(.error, "Not everything is saved yet; free some disk space first")
            return []
        }
        let left = leaveTask(.release)
        accept.visit = nil
        place = visit.interrupted
        destination = .accept
        accept.edition += 1
        return left
    }

    /// The image beside it on the sheet.
    mutating func visitNeighbour(by offset: Int) -> [Effect] {
        guard isPreviewing else { return endVisit() }
        guard let sheet = accept.sheet, sheet.items.indices.contains(sheet.selection + offset)
        else {
            say(.information, "The sheet ends here; Esc goes back to it")
            return []
        }
        accept.sheet?.select(sheet.selection + offset)
        visitSelected()
        return []
    }

    /// The first change one tries to make sends the image to review, where it can be made.
    mutating func takeIntoReview() -> [Effect] {
        guard let visit = accept.visit, !visit.isTaking else { return [] }
        accept.visit?.isTaking = true
        return decide(SheetDecision(accepted: .images([]), reviewed: [visit.image]))
    }

    /// Opens the loop that the image has now.
    mutating func openTaken(_ outcome: SheetOutcome) -> [Effect] {
        guard let loop = outcome.reviewed.first else {
            say(.warning, "Another has decided about this image")
            return endVisit()
        }
        say(.information, "The image is under review now: correct it, a submits it")
        var ended: [Effect] = []
        if case .task(let task) = accept.visit?.interrupted, let lease = task.task.lease {
            ended = [.end(lease, .release)]
        }
        accept.visit?.isTaking = false
        accept.visit?.interrupted = .loading
        return ended + [.open(loop: loop)]
    }

    /// Keeps the task that the visit interrupted this worker's.
    var renewInterrupted: [Effect] {
        guard case .task(let task) = accept.visit?.interrupted, let lease = task.task.lease else {
            return []
        }
        return [.renew(lease)]
    }

    private func preview(of image: ConfidentImage) -> OpenTask {
        let labels = accept.sheet?.contents.facets.classes
        let prediction = Prediction(modelVersion: image.model, detections: image.detections)
        let input = InputContent(image: image.image, prediction: prediction, displayThreshold: 0)
        return OpenTask(
            loop: HumanLoop(
                name: "", status: .completed, creationTime: image.predictionTime,
                flowDefinitionName: "", image: image.image, score: image.score, outputURI: ""),
            lease: nil, detections: image.detections,
            initialBoxes: input.initialBoxes.map { box in
                var box = box
                box.isConfirmed = image.accepted.contains(box.id)
                return box
            },
            displayThreshold: image.detections.map(\.score).min() ?? 0, journal: [],
            instructions: TaskInstructions(
                header: "The first change takes it into review; Esc goes back",
                labels: labels ?? LabelMap([])))
    }
}

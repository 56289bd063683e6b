internal import HumanReview
internal import Screen

extension AppState {
    /// Asks for the note a loop is sent back with.
    mutating func offerSendingBack(_ history: LoopHistory?) -> [Effect] {
        guard let history else { return [] }
        var workers: [Worker] = []
        for answer in history.latest?.answers ?? [] where !workers.contains(answer.worker) {
            workers.append(answer.worker)
        }
        return offerSendingBack(history.loop, answeredBy: workers)
    }

    /// Asks for the note a loop is sent back with, and who of those who answered is to read it.
    mutating func offerSendingBack(_ loop: HumanLoop, answeredBy workers: [Worker]) -> [Effect] {
        if let refused = refusal(.sendBack) { return refused }
        if loop.status == .completed {
            popup = .sendBack(Popup.SendingBack(loop: loop.name, workers: workers))
        } else {
            say(
                .warning,
                "This loop is \(loop.status.rawValue); only a completed loop is sent back")
        }
        return []
    }

    mutating func press(_ key: Key, sendingBack form: Popup.SendingBack) -> [Effect] {
        var form = form
        switch key {
        case .escape:
            popup = nil
            return []
        case .enter: return sendBack(form)
        case .tab: form.position = (form.position + 1) % (form.workers.count + 1)
        case .backspace: form.note = String(form.note.dropLast())
        case .control("u"): form.note = ""
        case .character(let character): form.note.append(character)
        default: break
        }
        form.note = String(form.note.prefix(Popup.SendingBack.longestNote))
        popup = .sendBack(form)
        return []
    }

    mutating func noteSentBack(_ loop: String, _ revision: Int) -> [Effect] {
        say(.success, "Sent back: revision \(revision) is asked for")
        var reading = history.loopName == loop ? enterHistory() : []
        if destination == .loops { reading += reloadLoops() + viewLoop() }
        return reading + (disputes.isLoaded ? [.teams(.readDisputes)] : [])
    }

    private mutating func sendBack(_ form: Popup.SendingBack) -> [Effect] {
        guard !form.note.allSatisfy(\.isWhitespace) else {
            say(.warning, "Say what is to be put right")
            return []
        }
        popup = nil
        return [.teams(.sendBack(loop: form.loop, note: form.note, asked: form.asked))]
    }
}

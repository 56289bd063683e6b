internal import Glibc
internal import Screen

extension TerminalSession {
    /// What the terminal has sent, without waiting; of motion in a row only the last is kept.
    package func readEvents() -> [TerminalEvent] {
        writer.pump()
        var events: [TerminalEvent] = []
        var hasRead = false
        var bytes = [UInt8](repeating: 0, count: 4096)
        // Bounded, so that a terminal that never pauses cannot keep the program from drawing.
        for _ in 0..<16 {
            let count = read(inputDescriptor, &bytes, bytes.count)
            if count > 0 {
                hasRead = true
                take(decoder.feed(bytes.prefix(count)), into: &events)
            } else if count < 0, errno == EINTR {
                continue
            } else {
                if count == 0 || errno != EAGAIN { reportHangup(into: &events) }
                break
            }
        }
        if hasRead { decoderDeadline = decoder.patience.map { .now + $0 } }
        present()
        return events
    }

    /// When ``tick(_:)`` has something to do, or nil.
    package var nextDeadline: ContinuousClock.Instant? {
        // While the terminal is behind, its answer or its readiness comes first.
        let pixelDeadline = flow.deadline ?? (writer.isIdle ? restDeadline : nil)
        return [decoderDeadline, answerDeadline, pixelDeadline].compactMap(\.self).min()
    }

    /// Whether all that was shown is up, as far as the terminal tells, and nothing is to come of itself.
    package var isAtRest: Bool {
        !areCellsWaiting && !arePixelsWaiting && writer.isIdle && nextDeadline == nil
    }

    /// Does what is due: a lone Escape, the end of waiting for answers, a picture to settle.
    package func tick(_ now: ContinuousClock.Instant = .now) -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        if let deadline = decoderDeadline, now >= deadline {
            decoderDeadline = nil
            take(decoder.flush(), into: &events)
        }
        if let deadline = answerDeadline, now >= deadline { settle(into: &events) }
        flow.expire(at: now)
        writer.pump()
        present()
        if let deadline = restDeadline, now >= deadline { settlePicture() }
        return events
    }

    private func reportHangup(into events: inout [TerminalEvent]) {
        guard !hasReportedHangup else { return }
        hasReportedHangup = true
        events.append(.hangup)
    }

    private func take(_ tokens: [InputToken], into events: inout [TerminalEvent]) {
        for token in tokens { take(token, into: &events) }
    }

    private func take(_ token: InputToken, into events: inout [TerminalEvent]) {
        switch token {
        case .key(let key): events.append(.key(key))
        case .mouse(let report): take(report, into: &events)
        case .pasted(let text): events.append(.pasted(text))
        case .focusLost: events.append(.focusLost)
        case .focusGained:
            repaintDoubtfulPixels()
            events.append(.focusGained)
        case .answer(.ready): flow.answered()
        case .answer(let answer):
            capabilities.record(answer)
            if case .primaryAttributes = answer { settle(into: &events) }
        }
    }

    private func take(_ report: MouseReport, into events: inout [TerminalEvent]) {
        let isPixelExact = metrics.isMousePixelExact && areMetricsSettled
        guard let event = report.event(on: metrics, isPixelExact: isPixelExact) else { return }
        if case .mouse(let last)? = events.last, last.action == event.action, event.isMotion {
            events[events.count - 1] = .mouse(event)
        } else {
            events.append(.mouse(event))
        }
    }
}

extension MouseEvent {
    /// Whether only the latest of such events in a row matters.
    fileprivate var isMotion: Bool {
        switch action {
        case .drag, .move: true
        case .press, .release, .wheelUp, .wheelDown: false
        }
    }
}

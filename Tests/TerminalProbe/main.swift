internal import Glibc
internal import Imaging
internal import Screen
internal import Terminal

// Shows a picture in the terminal it runs in and changes it by keys, for tests that look at the
// screen: after each key, once the terminal has everything, it writes `N.ppm`, the pixels that should
// be in the pane, and then `N.done` into the directory given.
let directory = CommandLine.arguments.dropFirst().first ?? "."
let signals = try SignalSource()
let session = try TerminalSession(.fromEnvironment())
var scene = Scene()
var steps = 0
var isStepPending = false

func draw() { session.show(scene.frame(on: session.metrics)) }

func report() {
    scene.writeExpected(to: "\(directory)/\(steps).ppm", on: session.metrics)
    close(open("\(directory)/\(steps).done", O_CREAT | O_WRONLY, 0o644))
    steps += 1
    isStepPending = false
}

draw()
loop: while true {
    var ready = [
        pollfd(fd: session.inputDescriptor, events: session.pollEvents, revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let wait = session.nextDeadline.map {
        max(0, CInt(ContinuousClock.now.duration(to: $0) / .milliseconds(1)) + 1)
    }
    poll(&ready, 2, wait ?? -1)
    var events = session.readEvents() + session.tick()
    for signal in signals.drain() {
        switch signal {
        case .windowChanged: events += session.windowSizeChanged()
        case .stop:
            session.suspend()
            signals.stopProcess()
            session.resume()
        case .resumed: session.resume()
        case .hangup, .terminate, .interrupt: break loop
        }
    }
    for event in events {
        switch event {
        case .key(.character("q")), .hangup: break loop
        case .key(.control("l")): session.redraw(); isStepPending = true
        case .key(let key): scene.take(key) { draw() }; isStepPending = true
        case .resized: isStepPending = true
        default: break
        }
    }
    if !events.isEmpty { draw() }
    if isStepPending, session.isAtRest { report() }
}
session.close()

/// Work the figures ask for; its answers are ``DashboardEvent``s.
package enum DashboardEffect: Hashable, Sendable {
    case readFigures
}

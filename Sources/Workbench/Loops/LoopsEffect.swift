/// Work the loops screen asks for; its answers are ``LoopsEvent``s.
package enum LoopsEffect: Hashable, Sendable {
    case dashboard(DashboardEffect)
}

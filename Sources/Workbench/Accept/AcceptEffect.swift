/// Work the accept screen asks for; its answers are ``AcceptEvent``s.
package enum AcceptEffect: Hashable, Sendable {
}

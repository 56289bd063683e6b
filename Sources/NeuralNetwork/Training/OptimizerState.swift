/// What an optimizer remembers between steps, as a checkpoint keeps it.
package struct OptimizerState: Equatable, Sendable {
    /// How many updates have been made.
    package var updateCount: Int
    /// By parameter: as many tensors of its shape as ``Optimizer/stateCount`` says, in the method's order.
    package var slots: [String: [Tensor]]

    /// A state; without arguments that of the beginning.
    package init(updateCount: Int = 0, slots: [String: [Tensor]] = [:]) {
        self.updateCount = updateCount
        self.slots = slots
    }
}

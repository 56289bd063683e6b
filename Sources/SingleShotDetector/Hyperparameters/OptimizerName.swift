/// The rules that turn gradients into changes of parameters, as `optimizer` names them.
package enum OptimizerName: String, CaseIterable, Sendable {
    case sgd, adam, rmsprop, adadelta
}

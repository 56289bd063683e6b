/// One piece of work of a pass.
protocol TrainingStep {
    func run() throws
}

extension Primitive: TrainingStep {}

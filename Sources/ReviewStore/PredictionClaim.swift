/// What a process gets that asks for an image to predict.
package enum PredictionClaim: Hashable, Sendable {
    case job(PredictionJob)
    /// No image is free; living processes are at work on this many.
    case nothing(atWork: Int)
    /// No model is in service.
    case noModel
}

/// Arguments that mean nothing.
struct UsageError: Error {
    let message: String
}

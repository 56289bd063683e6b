/// Everything the workstation's screens ask of a store.
package typealias WorkstationStore = HumanReviewStore & AcceptStore & LeadStore & TeamStore
    & FigureStore & ProblemStore

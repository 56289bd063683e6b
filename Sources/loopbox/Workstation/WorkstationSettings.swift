import Screen
import Workbench

/// What the workstation is told by the workspace and the user's configuration.
struct WorkstationSettings {
    var theme: Theme
    var keymap: Keymap
    var workspaceName: String
    /// The classes the digits choose, at most ten.
    var quickClasses: [String]
    /// The flow's thresholds.
    var scoreBounds: [Double]
    /// How long a lease lives without a heartbeat.
    var leaseTime: Duration
    /// The screen shown first.
    var destination: Destination
}

/// Where a scene is set; each case has a type that composes it.
enum Setting: CaseIterable, Sendable {
    case street, livingRoom, diningRoom, pasture, harbour, airfield, railway, park, yard, desk,
        windowsill, crossing

    /// Whether the hour outside changes it.
    var isOutdoors: Bool {
        switch self {
        case .livingRoom, .diningRoom, .desk, .windowsill: false
        default: true
        }
    }

    func compose(on stage: inout Stage) {
        switch self {
        case .street: StreetSetting.compose(on: &stage)
        case .livingRoom: LivingRoomSetting.compose(on: &stage)
        case .diningRoom: DiningRoomSetting.compose(on: &stage)
        case .pasture: PastureSetting.compose(on: &stage)
        case .harbour: HarbourSetting.compose(on: &stage)
        case .airfield: AirfieldSetting.compose(on: &stage)
        case .railway: RailwaySetting.compose(on: &stage)
        case .park: ParkSetting.compose(on: &stage)
        case .yard: YardSetting.compose(on: &stage)
        case .desk: DeskSetting.compose(on: &stage)
        case .windowsill: WindowsillSetting.compose(on: &stage)
        case .crossing: CrossingSetting.compose(on: &stage)
        }
    }
}

internal import ArgumentParser
internal import SampleScenes

extension Camera: ExpressibleByArgument {}

import ArgumentParser
import HumanReview

extension WorkerRole: ExpressibleByArgument {}

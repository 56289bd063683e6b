import Glibc

exit(Loopbox.start(Array(CommandLine.arguments.dropFirst())).rawValue)

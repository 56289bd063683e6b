import Glibc

// Whoever started the program may have held back the signals that end it, which is inherited.
var endings = sigset_t()
sigemptyset(&endings)
for signal in [SIGTERM, SIGINT, SIGHUP, SIGPIPE] { sigaddset(&endings, signal) }
pthread_sigmask(SIG_UNBLOCK, &endings, nil)
exit(Loopbox.start(Array(CommandLine.arguments.dropFirst())).rawValue)

import Glibc
import JixiaoCommands

exit(Program.run(Array(CommandLine.arguments.dropFirst())))

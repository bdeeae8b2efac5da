import Foundation
import TestSupport

/// A mount namespace of one's own: full and read-only disks that nobody else sees and that go with the
/// process. Needs root, or a kernel that gives users namespaces.
enum MountSpace {
  /// Why disks cannot be mounted here, or `nil` when they can.
  static let obstacle: String? = {
    let script = "mount -t tmpfs -o size=64k tmpfs . && mount --bind . . && mount -o remount,bind,ro ."
    guard let probe = try? run(script, folder: NSTemporaryDirectory()) else {
      return "unshare cannot be started"
    }
    return probe.status == 0 ? nil : "mounting is not allowed here: \(probe.errors)"
  }()

  /// Whether they can; says so when not.
  static var isAllowed: Bool {
    if let obstacle { print("DiskTests skipped: \(obstacle)") }
    return obstacle == nil
  }

  /// Runs a script of `sh` in a namespace of its own. `$JIXIAO` is the program.
  static func run(_ script: String, folder: String) throws -> CommandRun {
    let user = getuid() == 0 ? [] : ["--user", "--map-root-user"]
    var environment = CommandRun.environment(home: "/nonexistent")
    environment["JIXIAO"] = BuiltExecutable.jixiao
    return try CommandRun(
      "/usr/bin/unshare", ["--mount"] + user + ["sh", "-c", script], environment: environment, folder: folder)
  }
}

import Glibc

/// What must be known of a terminal beside its terminfo entry.
struct TerminalKind: Equatable {
  /// The name to look the terminal up by when its own is not installed; `nil`: its own.
  let substitute: String?
  /// Whether the terminal wraps lines anew when its width changes.
  let rewrapsLines: Bool

  init(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    substitute = Self.isInstalled(name, environment) ? nil : "xterm"
    // GNU screen, the Linux console, xterm itself and old hardware leave the rows alone; whoever else
    // calls itself xterm (and tmux) wraps anew.
    let isMultiplexer = name.hasPrefix("tmux") || environment["TMUX"] != nil
    let leavesRows =
      name == "linux" || name.hasPrefix("vt") || environment["XTERM_VERSION"] != nil
      || environment["STY"] != nil
    rewrapsLines = isMultiplexer || !leavesRows
  }

  private static func isInstalled(_ name: String, _ environment: [String: String]) -> Bool {
    guard let first = name.unicodeScalars.first, !name.contains("/") else { return false }
    var folders = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    if let home = environment["HOME"] { folders.insert(home + "/.terminfo", at: 0) }
    if let own = environment["TERMINFO"] { folders.insert(own, at: 0) }
    let listed = (environment["TERMINFO_DIRS"] ?? "").split(separator: ":").map(String.init)
    let hexadecimal = String(first.value, radix: 16)
    return (folders + listed).contains { folder in
      access("\(folder)/\(first)/\(name)", R_OK) == 0 || access("\(folder)/\(hexadecimal)/\(name)", R_OK) == 0
    }
  }
}

import Foundation

/// Where the programs built with these tests are.
public enum BuiltExecutable {
  /// The path of `jixiao`: `JIXIAO_EXECUTABLE` when set, else the one built beside the tests.
  public static var jixiao: String {
    ProcessInfo.processInfo.environment["JIXIAO_EXECUTABLE"] ?? path("jixiao")
  }

  /// The path of a program built beside the tests.
  public static func path(_ name: String) -> String { folder + "/" + name }

  /// `.build/<triple>/<configuration>`, where the running test bundle is.
  private static var folder: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: link ?? CommandLine.arguments[0]).deletingLastPathComponent().path
  }
}

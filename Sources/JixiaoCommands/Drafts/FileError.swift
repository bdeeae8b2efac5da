import Glibc

/// A file operation that failed: what was tried, where, and the system's reason.
struct FileError: Error, Sendable, Hashable {
  enum Operation: Sendable, Hashable { case read, write, readBack, lock, changedMeanwhile }

  var operation: Operation
  var path: String
  /// The system's error number; 0 where the system reported success and the content is wrong.
  var code: Int32

  init(_ operation: Operation, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// In Chinese: what, where, why, what to do.
  var message: String { Messages.fileError(self) }

  /// 73 where the file cannot be made, 74 where writing broke off, 2 for reading.
  var exitCode: ExitCode {
    switch operation {
    case .read: .unreadable
    case .lock: code == EBUSY ? .locked : .cannotCreate
    case .readBack, .changedMeanwhile: .cannotWrite
    case .write: [ENOSPC, EIO, EDQUOT, EPIPE].contains(code) ? .cannotWrite : .cannotCreate
    }
  }
}

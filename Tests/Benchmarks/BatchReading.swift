import BundledData
import FormReading
import FormTemplates
import Foundation
import Glibc
import Synchronization

/// `jixiao-bench --read FOLDER`: reads all files of a folder on two cores and says what it took. A process of its
/// own, so that its memory is that of reading alone.
enum BatchReading {
  /// Prints forms, rows and seconds.
  static func run(_ folder: String) throws {
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
    let templates = TemplateLibrary(files)
    let spellings = Spellings(files: files, templates: templates)
    let layouts = NativeLayouts { (id) throws(TemplateError) in NativeLayout(try templates.template(id)) }
    let paths = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
    let read = { @Sendable (path: String) -> FormsRead in
      FormReader.readAll(
        FormInput(bytes: bytes(at: path), name: path, layouts: layouts, spellings: spellings))
    }
    let total = Total()
    let time = milliseconds {
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        while let index = total.next(paths.count) { total.add(read(paths[index])) }
      }
    }
    print(total.sum.withLock { "\($0.forms) \($0.rows) \(time / 1000)" })
  }

  /// As the program reads a file: one call, one buffer.
  private static func bytes(at path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0 else { return [] }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Glibc.read(file, buffer.baseAddress, size))
    }
  }

  private final class Total: Sendable {
    let sum = Mutex((forms: 0, rows: 0))
    private let index = Atomic(0)

    func next(_ count: Int) -> Int? {
      let next = index.wrappingAdd(1, ordering: .relaxed).oldValue
      return next < count ? next : nil
    }

    func add(_ read: FormsRead) {
      let rows = read.forms.reduce(0) { $0 + $1.form.indicators.count }
      sum.withLock { $0 = ($0.forms + read.forms.count, $0.rows + rows) }
    }
  }
}

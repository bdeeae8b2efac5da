import BundledData
import FormReading
import FormTemplates
import Glibc
import TestSupport

/// Hands bytes of libFuzzer to one reader, named by `JIXIAO_FUZZ`: whatever they are, it must neither crash nor hang.
private struct FormFuzzer: Sendable {
  private let target: String
  private let format: any FormFormat
  private let spellings: Spellings

  init() {
    target = String(cString: getenv("JIXIAO_FUZZ"))
    let reader = FuzzedFile.reader(of: target)
    guard let format = FormReader.formats.first(where: { "\(type(of: $0))" == reader }) else {
      print("no such reader: \(target)")
      exit(64)
    }
    self.format = format
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) }
    spellings = Spellings(files: files, templates: TemplateLibrary(files))
  }

  func read(_ bytes: [UInt8]) {
    let file = FuzzedFile(bytes, for: target)
    var input = FormInput(bytes: file.bytes, name: file.name, spellings: spellings)
    let printed = bytes.split(separator: 0, maxSplits: 1)
    input.tools.pdf = { (part, _, _) throws(ReadingTools.Fault) in
      switch part {
      case .words, .text: return Array(printed.first ?? [])
      case .drawing: return printed.count > 1 ? Array(printed[1]) : []
      }
    }
    _ = format.recognises(input)
    _ = format.readAll(input)
  }
}

private let fuzzer = FormFuzzer()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzzer.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

import FormModel
import FormTemplates
import FormWriting
import Foundation
import TestSupport
import Testing

/// Other programs that open what is written; each test runs where the program is installed.
enum Peer {
  static let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"].first(where: isThere)
  static let python = "/usr/bin/env"

  static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  static func has(module: String) -> Bool {
    let run = try? CommandRun(
      python, ["python3", "-c", "import \(module)"], environment: ProcessInfo.processInfo.environment)
    return run?.status == 0
  }

  /// Opens files of a folder and saves them in another format below `out`. More than some 240 at once are passed over
  /// without a word.
  static func resave(_ names: [String], in folder: String, as ending: String) throws {
    for start in stride(from: 0, to: names.count, by: 100) {
      let run = try CommandRun(
        office ?? "",
        [
          "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", ending, "--outdir",
          "out",
        ] + names[start..<min(start + 100, names.count)], environment: CommandRun.environment(home: folder),
        folder: folder, seconds: 300)
      try #require(run.status == 0, "\(run.errors)")
    }
  }
}

@Suite("Peers open what is written", .serialized)
struct OfficePeerTests {
  /// Published forms where they are present, and plausible ones.
  private func forms() throws -> [Form] {
    let made = PrintedSamples.seeds.prefix(PrintedSamples.isSoak ? 250 : 12).map(PrintedSamples.plausible)
    return try PrintedSamples.published() + made
  }

  /// Writes every form as a file of its own.
  private func write(_ forms: [Form], ending: String, to folder: String) throws -> [String] {
    let writer = try #require(FormWriters.writer(named: ending)).init(
      options: WritingOptions(layouts: Samples.layouts))
    return try forms.enumerated().map { number, form in
      var random = SplitMix64(seed: UInt64(number))
      let bytes = try writer.bytes(of: form, template: try PrintedSamples.template(of: form, &random))
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(number).\(ending)"))
      return "\(number).\(ending)"
    }
  }

  @Test(
    "saved by LibreOffice, a form is the same", .enabled(if: Peer.office != nil, "no LibreOffice here"),
    arguments: ["xlsx", "docx"])
  func resaved(ending: String) throws {
    let folder = try TemporaryFolder()
    let forms = try forms()
    try Peer.resave(try write(forms, ending: ending, to: folder.path), in: folder.path, as: ending)
    for (number, form) in forms.enumerated() {
      let saved = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/out/\(number).\(ending)"))
      try PrintedSamples.hold([UInt8](saved), to: [form], ending: ending, "form \(number) as \(ending)")
    }
  }

  @Test(
    "so is one in a place's own layout, and python-docx opens it",
    .enabled(if: Peer.office != nil && Peer.has(module: "docx"), "no LibreOffice or python-docx here"),
    arguments: ["district-target", "district-libreoffice"])
  func resavedPlaces(id: String) throws {
    let folder = try TemporaryFolder()
    let template = try PlaceSamples.template(id)
    let writer = DOCXWriter(options: try PlaceSamples.options())
    let forms = (0..<8 as Range<UInt64>).map { PrintedSamples.plausible(300 + $0) }.filter {
      $0.kind == .target
    }
    let names = try forms.enumerated().map { number, form in
      let bytes = try writer.bytes(of: form, template: template)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/\(number).docx"))
      return "\(number).docx"
    }
    let script = "import docx, sys\nfor path in sys.argv[1:]: print(len(docx.Document(path).tables))"
    let run = try CommandRun(
      Peer.python, ["python3", "-c", script] + names, environment: ProcessInfo.processInfo.environment,
      folder: folder.path)
    #expect(run.status == 0 && run.output.split(separator: "\n").count == forms.count, "\(run.errors)")
    try Peer.resave(names, in: folder.path, as: "docx")
    for (number, form) in forms.enumerated() {
      var printed = form
      printed[.title] = "某区" + (form[.title] ?? "")
      let saved = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/out/\(number).docx"))
      try PrintedSamples.hold([UInt8](saved), to: [printed], ending: "docx", "\(id) \(number)")
    }
  }

  @Test("in LibreOffice =100% is =100%", .enabled(if: Peer.office != nil, "no LibreOffice here"))
  func textsAreNotEvaluated() throws {
    let folder = try TemporaryFolder()
    var form = Samples.library
    let targets = ["=100%", "-5%", "+3", "1-2", "3/4", "110101199003078888", "007"]
    for (row, target) in targets.enumerated() { form.indicators[row].target = TargetValue(target) }
    try Peer.resave(try write([form], ending: "xlsx", to: folder.path), in: folder.path, as: "csv")
    let csv = try String(contentsOfFile: "\(folder.path)/out/0.csv", encoding: .utf8)
    let cells = Set(csv.split { $0 == "," || $0.isNewline }.map { $0.trimmingCharacters(in: ["\""]) })
    for target in targets { #expect(cells.contains(target), "\(target)") }
  }

  /// Every text of the form stands in a cell that openpyxl reads as a text.
  @Test("openpyxl reads every cell", .enabled(if: Peer.has(module: "openpyxl"), "no openpyxl here"))
  func openpyxl() throws {
    try peer(
      """
      import openpyxl
      for row in openpyxl.load_workbook(path).worksheets[0].iter_rows():
          for cell in row:
              assert cell.value is None or cell.data_type == 's', (cell.coordinate, cell.data_type)
              if cell.value is not None: texts.append(cell.value)
      """, ending: "xlsx")
  }

  @Test("python-docx reads every cell", .enabled(if: Peer.has(module: "docx"), "no python-docx here"))
  func pythonDocx() throws {
    try peer(
      """
      import docx
      for table in docx.Document(path).tables:
          for row in table.rows:
              texts += [cell.text for cell in row.cells]
      """, ending: "docx")
  }

  /// - Parameter reading: Python that adds the texts of the file at `path` to `texts`.
  private func peer(_ reading: String, ending: String) throws {
    let folder = try TemporaryFolder()
    let forms = try forms()
    let names = try write(forms, ending: ending, to: folder.path)
    let body = reading.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    let script =
      ["import json, sys", "for path in sys.argv[1:]:", "    texts = []"] + body + [
        "    print(json.dumps(texts))"
      ]
    let run = try CommandRun(
      Peer.python, ["python3", "-c", script.joined(separator: "\n")] + names,
      environment: ProcessInfo.processInfo.environment, folder: folder.path, seconds: 300)
    try #require(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == forms.count)
    for (line, form) in zip(lines, forms) {
      let texts = Set(try JSONDecoder().decode([String].self, from: Data(line.utf8)))
      let printed = form.indicators.flatMap { [$0.level3, $0.target?.text ?? ""] }.filter { !$0.isEmpty }
      let missing = printed.filter { !texts.contains(visible($0)) }
      #expect(missing.isEmpty, "\(form[.project] ?? ""): \(missing)")
    }
  }
}

import FormModel
import FormReading
import FormTemplates
import FormWriting
import Terminal

/// `jixiao templates check`: the templates and layouts of a folder, tried with a form.
struct TemplateCheck {
  private let library: Library
  private let ids: [String]

  /// - Parameters:
  ///   - folder: of templates, or a template's own.
  ///   - templates: folders with templates that those of `folder` extend.
  init(folder: String, templates: [String]) throws {
    let name = AtomicFile.name(of: folder)
    let root = name.isEmpty || name == "." || name == ".." ? AtomicFile.absolute(folder) : folder
    library = try Library(templateFolders: templates + [root])
    let own = try DataFolder.paths(in: root).compactMap { path -> String? in
      let parts = path.split(separator: "/").suffix(2).map(String.init)
      let names = ["template.yaml", PlaceLayout.sheetName, PlaceLayout.documentName]
      return parts.count == 2 && names.contains(parts[1]) ? parts[0] : nil
    }
    ids = Set(own).sorted()
  }

  func run() throws -> ExitCode {
    var (worst, problems, remarks) = (ExitCode.clean, 0, 0)
    for id in ids {
      var outcome = TemplateOutcome()
      check(id, &outcome)
      worst = max(worst, outcome.code)
      problems += outcome.problems.count
      remarks += outcome.remarks.count
      Console.out(visible(outcome.text(of: id), keepsLineBreaks: true))
    }
    Console.error(Messages.templatesChecked(ids.count, problems: problems, remarks: remarks))
    return worst
  }

  private func check(_ id: String, _ outcome: inout TemplateOutcome) {
    do {
      guard library.isKnown(id) else {
        return outcome.fail(Messages.layoutOfNothing(id, known: library.templateIDs), .findings)
      }
      guard !library.isAbstract(id) else { return outcome.remark(Messages.onlyExtended) }
      let template = try library.template(id)
      guard var form = try library.exampleForm(of: id) else { return }
      if form[.title] == nil { form[.title] = template.title }
      let options = try library.writingOptions()
      for writer in [XLSXWriter.self, DOCXWriter.self] as [any FormWriter.Type] {
        var own = options
        // What is wrong with the sheet is told once.
        if writer == DOCXWriter.self { own.placeLayouts[id]?.sheets = [] }
        check(form, template, writer, own, &outcome)
      }
    } catch let error as Complaint {
      outcome.fail(error.text, .unreadable)
    } catch {
      outcome.fail((error as? FileError)?.message ?? "\(error)", .unreadable)
    }
  }

  /// Writes the form, reads it back, and tells what is missing or different.
  private func check(
    _ form: Form, _ template: Template, _ writer: any FormWriter.Type, _ options: WritingOptions,
    _ outcome: inout TemplateOutcome
  ) {
    do {
      let bytes = try writer.init(options: options).bytes(of: form, template: template)
      let name = "\(template.id).\(writer.format.name)"
      let input = FormInput(
        bytes: bytes, name: name, layouts: library.layouts, spellings: library.spellings)
      let read = FormReader.readAll(input).forms
      guard read.count == 1, let back = read.first?.form else {
        return outcome.fail(Messages.sampleUnread(writer.format.name, forms: read.count), .findings)
      }
      SampleComparison(form, back, template, format: writer.format.name).tell(&outcome)
    } catch let error as WritingError {
      outcome.fail(error.description, error.isUnreadable ? .unreadable : .findings)
    } catch {
      outcome.fail("\(error)", .findings)
    }
  }
}

extension WritingError {
  /// Whether a layout cannot even be read.
  fileprivate var isUnreadable: Bool {
    if case .faultyLayout = self { true } else { false }
  }
}

/// What came of one template.
struct TemplateOutcome {
  private(set) var problems: [String] = []
  private(set) var remarks: [String] = []
  private(set) var code = ExitCode.clean

  mutating func fail(_ text: String, _ code: ExitCode) {
    // A sheet that is wrong is wrong for workbook and document.
    if !problems.contains(text) { problems.append(text) }
    self.code = max(self.code, code)
  }

  mutating func remark(_ text: String) { remarks.append(text) }

  /// All of it, below the template's id.
  func text(of id: String) -> String {
    let lines =
      problems.map { Messages.indented($0) } + remarks.map { Messages.indented(Messages.reminder($0)) }
    return ([Messages.checkedTemplate(id, isFine: problems.isEmpty)] + lines).joined(separator: "\n")
  }
}

import BundledData
import ChineseText
import FormModel
import FormReading
import FormRules
import FormTemplates
import Synchronization

/// The templates, rules and words at hand: those in the executable, and the user's own.
struct Library: Sendable {
  private let templates: TemplateLibrary
  /// The words that forms are made of; decoded for the first file that is no YAML or JSON.
  let spellings: Spellings
  /// Templates that were asked for before; a batch asks for the same few again and again.
  private let decoded = DecodedTemplates()
  /// Folders of the user's own rules, later ones over earlier ones.
  let ruleFolders: [String]
  /// What places print in a way of their own.
  let places: PlaceFiles

  /// The rules with those of the user's folders, already under way on another core; a person waits for the first
  /// question.
  let rulesAhead: Background<RuleSet>?

  /// - Parameters:
  ///   - templateFolders: folders of the user's own templates, over those in the executable.
  ///   - needsRules: begins to decode the rules at once.
  /// - Throws: `FileError` for a template folder that cannot be read, `Complaint` for one without templates.
  init(ruleFolders: [String] = [], templateFolders: [String] = [], needsRules: Bool = false) throws {
    let places = try PlaceFiles(folders: templateFolders)
    self.places = places
    let own = try templateFolders.flatMap { try Self.templates(in: $0, places) }
    let files = BundledData.files(under: "Templates").map { TemplateFile(path: $0.path, text: $0.text) } + own
    templates = TemplateLibrary(files)
    spellings = Spellings(files: files, templates: templates)
    self.ruleFolders = ruleFolders
    if needsRules { Self.beginRules() }
    rulesAhead =
      needsRules && !ruleFolders.isEmpty ? Background { try Self.rules(with: ruleFolders) } : nil
  }

  private static func templates(in folder: String, _ places: PlaceFiles) throws -> [TemplateFile] {
    let files = try DataFolder.files(in: folder).map { file in TemplateFile(path: file.path, text: file.text)
    }
    guard files.contains(where: { $0.id != nil }) || places.areIn(folder) else {
      throw Complaint(Messages.noTemplates(folder), .usage)
    }
    return files
  }

  var templateIDs: [String] { templates.ids }

  /// How native files of each template are laid out; a template is decoded when its layout is asked for.
  var layouts: NativeLayouts {
    NativeLayouts { (id) throws(TemplateError) in
      try decoded.layout(of: id) { () throws(TemplateError) in try templates.template(id) }
    }
  }

  func templateSummaries() throws(Complaint) -> [TemplateSummary] {
    do throws(TemplateError) {
      return try templates.summaries()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// - Throws: `Complaint` with the ids there are, or where a template file is broken.
  func template(_ id: String) throws(Complaint) -> Template {
    do throws(TemplateError) {
      return try decoded.template(id) { () throws(TemplateError) in try templates.template(id) }
    } catch {
      guard case .unknownTemplate(_, let known) = error else { throw Complaint(error.text, .unreadable) }
      let near = closestMatch(to: id, among: known)
      throw Complaint(Messages.unknownTemplate(id, didYouMean: near, known: known), .usage)
    }
  }

  /// A form of a template that no rule speaks about, for examples of rules.
  ///
  /// - Throws: `Complaint` where it cannot be read.
  func exampleForm(of id: String) throws(Complaint) -> Form? {
    let usual = try template(id).kind == .target ? Messages.defaultTemplate : Messages.defaultEvaluation
    do throws(ReadingError) {
      return try templates.exampleForm(of: id, else: usual)
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// Whether there is a template of that id, be it one to be extended only.
  func isKnown(_ id: String) -> Bool { (try? templates.lineage(of: id)) != nil || templateIDs.contains(id) }

  /// Whether a template is there to be extended only.
  func isAbstract(_ id: String) -> Bool { isKnown(id) && !templateIDs.contains(id) }

  /// The id of a template and of those that it extends, its own first; the id alone where they cannot be told.
  func lineage(of id: String) -> [String] { (try? templates.lineage(of: id)) ?? [id] }

  /// The template that a form names, else the usual one for its kind.
  func template(of form: Form) throws(Complaint) -> Template {
    try template(form.template ?? Messages.defaultTemplate)
  }
}

extension Library {
  /// The id of the template that a form names, else of the one that it is recognised to follow, else of the usual one.
  ///
  /// A broken template of the user's own is passed over here: who asks for it is told what is wrong.
  func recognisedID(of form: Form) -> String {
    if let id = form.template { return id }
    let recogniser = decoded.recogniser { TemplateRecogniser(templateIDs.compactMap { try? template($0) }) }
    return recogniser.id(of: form) ?? Messages.defaultTemplate
  }
}

/// Templates and layouts, decoded once.
private final class DecodedTemplates: Sendable {
  private let known = Mutex<[String: (template: Template, layout: NativeLayout)]>([:])
  private let recogniser = Mutex<TemplateRecogniser?>(nil)

  func recogniser(make: () -> TemplateRecogniser) -> TemplateRecogniser {
    recogniser.withLock { known in
      if let known { return known }
      let new = make()
      known = new
      return new
    }
  }

  func template(_ id: String, decode: () throws(TemplateError) -> Template) throws(TemplateError) -> Template
  {
    try entry(id, decode).template
  }

  func layout(of id: String, decode: () throws(TemplateError) -> Template) throws(TemplateError)
    -> NativeLayout
  {
    try entry(id, decode).layout
  }

  private func entry(_ id: String, _ decode: () throws(TemplateError) -> Template) throws(TemplateError) -> (
    template: Template, layout: NativeLayout
  ) {
    if let entry = known.withLock({ $0[id] }) { return entry }
    let template = try decode()
    let entry = (template: template, layout: NativeLayout(template))
    known.withLock { $0[id] = entry }
    return entry
  }
}

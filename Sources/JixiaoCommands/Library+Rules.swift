import BundledData
import FormModel
import FormRules
import FormTemplates

extension Library {
  /// The bundled rules with those of the user's folders.
  ///
  /// - Throws: `Complaint` naming file, line and column of a rule that cannot be used.
  func rules() throws -> RuleSet {
    let known = try known()
    do throws(RuleError) {
      return try known.complete()
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// Runs the examples of rules on some templates.
  ///
  /// - Parameter rules: instead of those at hand.
  /// - Throws: `Complaint` for an unknown template, or where something cannot be read.
  func tester(for ids: Set<String>, rules: RuleSet? = nil) throws -> RuleTester {
    let known = templateIDs.filter(ids.contains)
    var clean: [String: Form] = [:]
    for id in known { clean[id] = try exampleForm(of: id) }
    do {
      return try RuleTester(
        rules: try rules ?? self.rules(), templates: known.map { try template($0) }, clean: clean)
    } catch let error as RuleError {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// The rules without those that wait for a self-evaluation.
  private func known() throws -> RuleSet { try rulesAhead?.value() ?? Self.rules(with: ruleFolders) }

  /// The rules inside the executable, decoded on another core from the moment that they are first thought of.
  private static let bundledRules = Background {
    try RuleSet(
      files: BundledData.files(under: "Rules").map { RuleFile(path: $0.path, text: $0.text) },
      readsWordsLater: true)
  }

  /// Begins to decode the bundled rules. A command that needs them is sure of it before its options are parsed,
  /// which takes a third as long.
  static func beginRules() { _ = bundledRules }

  static func rules(with folders: [String]) throws -> RuleSet {
    let own = try folders.map { try DataFolder.files(in: $0).map { RuleFile(path: $0.path, text: $0.text) } }
    do {
      var rules = try bundledRules.value() ?? RuleSet(files: [])
      for files in own { rules = try rules.adding(files: files) }
      return rules
    } catch let error as RuleError {
      throw Complaint(error.text, .unreadable)
    }
  }

  /// The rules as a template wants them.
  func engine(for template: Template, forManyForms: Bool = false) throws -> RuleEngine {
    let rules = try known()
    do throws(RuleError) {
      return try RuleEngine(rules: rules, template: template, forManyForms: forManyForms)
    } catch {
      throw Complaint(error.text, .unreadable)
    }
  }
}

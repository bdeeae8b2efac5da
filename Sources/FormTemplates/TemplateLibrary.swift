import FormModel
import YAMLText

/// The templates at hand: those in the program and those of the user's own folder.
///
/// Nothing is parsed until a template is asked for, and then only its file and those it extends.
public struct TemplateLibrary: Sendable {
  /// By id; a later file with the same id takes the place of an earlier one.
  private let files: [String: TemplateFile]
  private let order: [String]
  /// Forms that are as they should be, by the folder they lie in.
  private let examples: [String: TemplateFile]

  /// - Parameter files: any files; those not named `<id>/template.yaml` or `<id>/example.yaml` are passed over.
  public init(_ files: [TemplateFile]) {
    var byID: [String: TemplateFile] = [:]
    var order: [String] = []
    var examples: [String: TemplateFile] = [:]
    for file in files {
      if let id = file.exampleID { examples[id] = file }
      guard let id = file.id else { continue }
      if byID.updateValue(file, forKey: id) == nil { order.append(id) }
    }
    self.files = byID
    self.order = order
    self.examples = examples
  }

  /// Ids of the templates a form can follow, in the order of the files. A broken one is listed too,
  /// so that asking for it says what is wrong.
  public var ids: [String] {
    order.filter { id in
      guard let file = files[id], let root = try? TemplateRoot(file.text, source: 0) else { return true }
      return !root.isAbstract
    }
  }

  /// The template of an id, with everything it inherits.
  ///
  /// - Throws: `TemplateError` naming file, line and column, or the ids there are.
  public func template(_ id: String) throws(TemplateError) -> Template {
    let chain = try chain(of: id)
    do throws(YAMLError) {
      if let own = chain.first, own.root.isAbstract {
        throw YAMLError(.other(Messages.abstractTemplate), at: own.root.mark)
      }
      return try decodeTemplate(try merge(chain), id: id)
    } catch {
      throw located(error, in: chain)
    }
  }

  /// The example of a template: a native form that no rule speaks about, its own or that of the nearest one it extends;
  /// `nil` where none of them has one.
  ///
  /// - Throws: `TemplateError` for an unknown template, or where one of them cannot be read.
  public func example(of id: String) throws(TemplateError) -> TemplateFile? {
    if let own = examples[id] { return own }
    return try chain(of: id).lazy.compactMap(\.base).compactMap { examples[$0] }.first
  }

  /// The id of a template and of those that it extends, its own first and the oldest last.
  ///
  /// - Throws: `TemplateError` for an unknown template, or where one of them cannot be read.
  public func lineage(of id: String) throws(TemplateError) -> [String] {
    [id] + (try chain(of: id).compactMap(\.base))
  }

  /// An error that somebody else found in a value of a template (the parameters of a rule), with its file.
  ///
  /// - Throws: `TemplateError` when the template itself cannot be read.
  public func error(_ cause: YAMLError, in id: String) throws(TemplateError) -> TemplateError {
    located(cause, in: try chain(of: id))
  }

  /// Title and summary of every template a form can follow.
  ///
  /// - Throws: `TemplateError` for the first broken file.
  public func summaries() throws(TemplateError) -> [TemplateSummary] {
    var summaries: [TemplateSummary] = []
    for id in ids {
      let chain = try chain(of: id)
      do throws(YAMLError) {
        summaries.append(try decodeSummary(try merge(chain), id: id, extends: chain.first?.base))
      } catch {
        throw located(error, in: chain)
      }
    }
    return summaries
  }
}

extension TemplateLibrary {
  /// One file of an inheritance chain.
  struct Layer {
    var path: String
    var text: String
    var root: TemplateRoot
    /// The id it extends.
    var base: String?
  }

  /// The files of a template, its own first and its oldest ancestor last; marks carry the index in this list.
  private func chain(of id: String) throws(TemplateError) -> [Layer] {
    guard let file = files[id] else { throw .unknownTemplate(id, known: ids) }
    var ids = [id]
    var layers = [try layer(file, source: 0)]
    while let last = layers.last, let base = last.base {
      guard let file = files[base] else {
        throw extendsError(.unknownValue(base, key: TemplateRoot.extends, allowed: order), in: last)
      }
      guard !ids.contains(base) else { throw extendsError(.other(Messages.cycle(ids + [base])), in: last) }
      ids.append(base)
      layers.append(try layer(file, source: layers.count))
    }
    return layers
  }

  private func extendsError(_ problem: YAMLError.Problem, in layer: Layer) -> TemplateError {
    .invalid(path: layer.path, source: layer.text, cause: YAMLError(problem, at: layer.root.extendsMark))
  }

  private func layer(_ file: TemplateFile, source: Int) throws(TemplateError) -> Layer {
    let text = file.text
    do throws(YAMLError) {
      let root = try TemplateRoot(text, source: source)
      return Layer(path: file.path, text: text, root: root, base: try root.base())
    } catch {
      throw .invalid(path: file.path, source: text, cause: error)
    }
  }

  private func merge(_ chain: [Layer]) throws(YAMLError) -> YAMLNode {
    var merged: YAMLNode?
    for layer in chain.reversed() {
      let content = layer.root.content
      merged = try ordered(
        try merged.map { (base) throws(YAMLError) in try overlay(content, on: base) } ?? content)
    }
    return merged ?? YAMLNode(.mapping([]), at: YAMLMark(line: 1, column: 1))
  }

  private func located(_ error: YAMLError, in chain: [Layer]) -> TemplateError {
    let layer = chain[min(max(error.mark.source, 0), chain.count - 1)]
    return .invalid(path: layer.path, source: layer.text, cause: error)
  }
}

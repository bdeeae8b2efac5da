import FormModel
import FormTemplates
import YAMLText

extension NativeDocument {
  /// Reads a native form file with its comments.
  ///
  /// The file names its template (`模板`); without one the standard labels hold.
  ///
  /// - Parameter text: the file without a byte order mark.
  /// - Returns: `nil` when the file holds nothing but comments.
  /// - Throws: `YAMLError` with the place: broken YAML, unknown or doubled keys, wrong types, an unknown template.
  public static func read(_ text: String, layouts: NativeLayouts) throws(YAMLError) -> NativeDocument? {
    let reader = try nativeReader(text, layouts: layouts, anchors: NativeAnchors())
    guard let reader, let anchors = reader.anchors else { return nil }
    let comments = anchors.attach(yamlComments(in: text))
    return NativeDocument(
      form: reader.form, comments: FormComments(comments, of: reader.form), locations: reader.locations)
  }
}

/// Reads answers for a form: the native shape with any part of its keys.
///
/// - Parameter layout: the layout of the form that is filled.
/// - Returns: a form that holds what was answered; `nil` when nothing was.
/// - Throws: `YAMLError` with the place; also when the answers are for another template.
public func readAnswers(_ text: String, layout: NativeLayout) throws(YAMLError) -> LocatedForm? {
  guard let root = try parseYAML(text), !root.isNull else { return nil }
  if let named = templateNode(in: root), let id = layout.template {
    let name = try named.text(of: NativeLabels.template)
    if name != id {
      throw YAMLError(.unknownValue(name, key: NativeLabels.template, allowed: [id]), at: named.mark)
    }
  }
  var reader = NativeReader(text, layout: layout)
  guard try reader.read(as: Messages.answers) else { return nil }
  return LocatedForm(form: reader.form, locations: reader.locations)
}

/// Reads a native form file; `nil` when it holds nothing but comments.
///
/// Most files name their template first or not at all, and are read in one go. Where that fails, the whole document is
/// parsed: for what is wrong with it as YAML, which is said first wherever it stands, or for a template further down.
///
/// - Parameter anchors: gets the places that comments can belong to.
func nativeReader(
  _ text: String, layouts: NativeLayouts, anchors: NativeAnchors? = nil
) throws(YAMLError) -> NativeReader? {
  var quick = NativeReader(text, layouts: layouts, anchors: anchors)
  if (try? quick.read(as: Messages.form)) == true, !quick.namesTemplateLate { return quick }
  guard let root = try parseYAML(text), !root.isNull else { return nil }
  var reader = NativeReader(text, layout: try layout(of: root, in: layouts), anchors: anchors)
  return try reader.read(as: Messages.form) ? reader : nil
}

private func layout(of root: YAMLNode, in layouts: NativeLayouts) throws(YAMLError) -> NativeLayout {
  guard let node = templateNode(in: root) else { return .standard }
  return try layout(try node.text(of: NativeLabels.template), at: node.mark, in: layouts)
}

/// The layout of the template that is named at a place.
func layout(_ id: String, at mark: YAMLMark, in layouts: NativeLayouts) throws(YAMLError) -> NativeLayout {
  do throws(TemplateError) {
    return try layouts.layout(of: id)
  } catch {
    throw YAMLError(problem(error), at: mark)
  }
}

private func problem(_ error: TemplateError) -> YAMLError.Problem {
  switch error {
  case .unknownTemplate(let id, let known): .unknownValue(id, key: NativeLabels.template, allowed: known)
  default: .other(Messages.brokenTemplate(error))
  }
}

private func templateNode(in root: YAMLNode) -> YAMLNode? {
  guard case .mapping(let entries) = root.content else { return nil }
  return entries.first { $0.key == NativeLabels.template && !$0.value.isNull }?.value
}

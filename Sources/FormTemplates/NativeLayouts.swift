import FormModel

/// The layouts of native form files, by the template they name.
public struct NativeLayouts: Sendable {
  private let find: @Sendable (String) throws(TemplateError) -> NativeLayout

  /// - Parameter find: the layout of a template; throws for an unknown or broken one.
  public init(find: @escaping @Sendable (String) throws(TemplateError) -> NativeLayout) { self.find = find }

  /// The layouts of all templates at hand; each is decoded when a file names it.
  public init(_ library: TemplateLibrary) {
    self.init { (id) throws(TemplateError) in NativeLayout(try library.template(id)) }
  }

  /// The layout of one template; every other id is unknown.
  public init(_ template: Template) {
    let (layout, id) = (NativeLayout(template), template.id)
    self.init { (wanted) throws(TemplateError) in
      guard wanted == id else { throw .unknownTemplate(wanted, known: [id]) }
      return layout
    }
  }

  /// No templates: every form is written with the standard labels.
  public static let standard = NativeLayouts { (id) throws(TemplateError) in
    throw .unknownTemplate(id, known: [])
  }

  /// The layout of a template, the standard one for none.
  ///
  /// - Throws: `TemplateError` for an unknown or broken template.
  public func layout(of template: String?) throws(TemplateError) -> NativeLayout {
    guard let template else { return .standard }
    return try find(template)
  }
}

extension NativeLayout {
  /// The layout of a template.
  ///
  /// A column that the template knows under its standard name (指标值, 权重) has that name as its key whatever
  /// the printed head, so that files of different templates look alike.
  public init(_ template: Template) {
    let fields = template.fields.values.map { field in
      let others = field.aliases + [field.label, field.printedLabel]
      return Field(
        field.key, field.nativeKey, aliases: others.filter { $0 != field.nativeKey.last },
        isLong: field.type == .longText)
    }
    let columns = template.columns.map { column in
      let spellings = [column.label] + column.aliases
      let standard = NativeLabels.columns.first { $0.column == column.column }?.label
      let label = standard.flatMap { spellings.contains($0) ? $0 : nil } ?? column.label
      return Column(column.column, label, spellings.filter { $0 != label })
    }
    self.init(template: template.id, kind: template.kind, fields: fields, columns: columns)
  }
}

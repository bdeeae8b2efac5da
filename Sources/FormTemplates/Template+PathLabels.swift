import FormModel

extension PathLabels {
  /// The words of a template, its aliases among them.
  public init(_ template: Template) {
    self.init(
      fields: template.fields.reduce(into: [:]) { $0[$1.key] = $1.value.label },
      columns: template.columns.reduce(into: [:]) { $0[$1.column] = $1.label })
    for level in template.levels {
      self.levels.append([level.name])
      self.levels += level.levels.map { [level.name, $0.name] }
    }
    for (key, field) in template.fields {
      for alias in field.aliases { fieldAliases[alias] = key }
    }
    for column in template.columns {
      for alias in column.aliases { columnAliases[alias] = column.column }
    }
  }
}

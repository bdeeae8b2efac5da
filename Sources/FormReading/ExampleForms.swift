import FormModel
import FormTemplates
import YAMLText

extension TemplateLibrary {
  /// A form of a template that no rule speaks about: what examples of rules are shown on.
  ///
  /// - Parameter usual: the template whose example is taken where neither this one nor one that it extends has any.
  /// - Returns: `nil` where there is none.
  /// - Throws: `ReadingError` with line and column where the example cannot be read.
  public func exampleForm(of id: String, else usual: String? = nil) throws(ReadingError) -> Form? {
    let file = ((try? example(of: id)) ?? nil) ?? usual.flatMap { (try? example(of: $0)) ?? nil }
    guard let file else { return nil }
    let text = file.text
    do throws(YAMLError) {
      var form = try NativeDocument.read(text, layouts: NativeLayouts(self))?.form
      form?.template = id
      return form
    } catch {
      throw ReadingError(error, in: text, named: file.path)
    }
  }
}

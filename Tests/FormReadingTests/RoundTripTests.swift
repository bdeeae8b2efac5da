import BundledData
import FormModel
import FormReading
import FormTemplates
import FormWriting
import TestSupport
import Testing

/// All templates that come with the program.
let library = TemplateLibrary(
  BundledData.files(under: "Templates").map { file in TemplateFile(path: file.path, text: file.text) })

/// The layouts of all templates, each decoded once.
let layouts: NativeLayouts = {
  var known: [String: NativeLayout] = [:]
  for id in library.ids { known[id] = (try? library.template(id)).map { NativeLayout($0) } }
  let ids = library.ids
  return NativeLayouts { [known] (id) throws(TemplateError) in
    guard let layout = known[id] else { throw .unknownTemplate(id, known: ids) }
    return layout
  }
}()

func read(_ text: String, named name: String) throws(ReadingError) -> [LocatedForm] {
  try FormReader.read(Array(text.utf8), name: name, layouts: layouts)
}

@Suite("What is written is what is read")
struct RoundTripTests {
  /// Ten seeds of a thousand forms.
  static let seeds: [UInt64] = Array(1...10)

  @Test("native YAML gives the form back, and the same bytes", arguments: seeds)
  func yaml(seed: UInt64) throws {
    var forms = GeneratedForms(seed: seed, templates: library.ids)
    for number in 0..<1000 {
      let form = forms.form()
      let text = YAMLWriter.text(of: form, layouts: layouts)
      let back: [LocatedForm]
      do {
        back = try read(text, named: "form.yaml")
      } catch {
        Issue.record("seed \(seed), form \(number): \(error.text)\n\(text)")
        return
      }
      try #require(back.count == 1)
      try #require(back[0].form == form, "seed \(seed), form \(number):\n\(text)")
      try #require(sameBytes(YAMLWriter.text(of: back[0].form, layouts: layouts), text))
    }
  }

  @Test("JSON and NDJSON give the forms back", arguments: seeds)
  func json(seed: UInt64) throws {
    var generator = GeneratedForms(seed: seed &+ 1000, templates: library.ids)
    let forms = (0..<1000).map { _ in LocatedForm(form: generator.form()) }
    let options = JSONWriter.Options(meanings: seed % 2 == 0, locations: seed % 3 == 0)
    for form in forms {
      let text = JSONWriter.text(of: form, options: options)
      let back = try read(text, named: "form.json")
      try #require(back.map(\.form) == [form.form], "seed \(seed):\n\(text)")
      try #require(sameBytes(JSONWriter.line(of: back[0].form.unplaced), JSONWriter.line(of: form)))
    }
    let lines = forms.map { JSONWriter.line(of: $0, options: options) }.joined()
    let many = try read(lines, named: "forms.ndjson")
    #expect(many.map(\.form) == forms.map(\.form))
    let array = try read(JSONWriter.text(of: Array(forms.prefix(50)), options: options), named: "forms.json")
    #expect(array.map(\.form) == forms.prefix(50).map(\.form))
  }
}

extension Form {
  /// The form without places.
  var unplaced: LocatedForm { LocatedForm(form: self) }
}

/// Whether two texts are the same to the byte; `==` takes 豈 (F900) and 豈 (8C48) for the same.
func sameBytes(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

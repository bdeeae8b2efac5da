import FormModel
import FormTemplates
import Testing

@Suite struct ShippedTemplateTests {
  @Test func theyAreListed() throws {
    #expect(Set(Shipped.ids).isSuperset(of: ["shanghai-target", "mof-2021-target"]))
    #expect(!Shipped.ids.contains("target-base"))
    #expect(try Shipped.library.summaries().map(\.id) == Shipped.ids)
  }

  @Test(arguments: Shipped.ids)
  func decodes(id: String) throws {
    do {
      let template = try Shipped.library.template(id)
      #expect(template.id == id)
    } catch {
      Issue.record("\(error.text)")
    }
  }
}

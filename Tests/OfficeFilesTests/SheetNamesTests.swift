import OfficeFiles
import Testing

struct SheetNamesTests {
  @Test(arguments: [
    ("社区图书自助借还服务", "社区图书自助借还服务"), ("", "表"), ("甲/乙:丙?", "甲 乙 丙"), ("'引号'", "引号"),
    ("history", "history (2)"), ("[]", "表"), ("a\u{0}b", "ab"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    (String(repeating: "𠮷", count: 20), String(repeating: "𠮷", count: 15)),
  ])
  func namesAreCleaned(wanted: String, name: String) {
    var names = SheetNames(fallback: "表")
    #expect(names.name(for: wanted) == name)
  }

  @Test func equalNamesAreNumbered() {
    var names = SheetNames(fallback: "表")
    let long = String(repeating: "长", count: 31)
    #expect(["A", "a", "A"].map { names.name(for: $0) } == ["A", "a (2)", "A (3)"])
    #expect([long, long].map { names.name(for: $0) } == [long, String(repeating: "长", count: 27) + " (2)"])
  }
}

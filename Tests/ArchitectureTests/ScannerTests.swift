import Testing

/// The scanner itself, so that the rules above can fail.
struct ScannerTests {
  @Test(arguments: [
    ("a // b\nc", "a     \nc"),
    ("a /* b /* c */ d */ e", "a                   e"),
    (#"f("x // y")"#, #"f("      ")"#),
    (#"f("a\"b")"#, #"f("    ")"#),
    (#"f("a\(g("b") + 1)c")"#, #"f("  (g(" ") + 1) ")"#),
    (##"f(#"a"\(b)\#(c)"#)"##, ##"f(#"        (c)"#)"##),
    ("x = \"\"\"\n  {\"q\"\n  \"\"\"; y", "x = \"\"\"\n      \n  \"\"\"; y"),
    ("f(/a{2}\"/) { }", "f(/     /) { }"),
    ("a / b; c / \"d\"", "a / b; c / \" \""),
    ("let r = #/ { /#", "let r = #/   /#"),
  ])
  func codeIsWithoutTexts(source: String, code: String) { #expect(SwiftScanner(source).code == code) }

  @Test func literalsKnowTheirLines() {
    let scanner = SwiftScanner("let a = \"一\"\n// \"二\"\nlet b = \"三\\(f(\"四\"))五\"\n")
    #expect(
      scanner.literals == [.init(line: 1, text: "一"), .init(line: 3, text: "三五"), .init(line: 3, text: "四")])
  }

  @Test func functionsHaveTheirLengths() {
    let source = """
      protocol P {
        func none()
        var none: Int { get }
      }
      struct S: P {
        var stored = [1, 2]
        let closure = { 1 }
        init(x: @escaping () -> Int = { 1 }) {
          self.init()
        }
        func two(
          a: Int
        ) -> Int {
          let text = "}"  // }
          return text.map { $0 }
        }
        var computed: Int {
          1
        }
        subscript(i: Int) -> Int { i }
        deinit { }
      }
      """
    let functions = FunctionScanner(code: SwiftScanner(source).code).functions
    #expect(
      functions.map { "\($0.name) \($0.line) \($0.length)" } == [
        "none 3 1", "init 8 3", "two 11 6", "computed 17 3", "subscript 20 1", "deinit 21 1",
      ])
  }
}

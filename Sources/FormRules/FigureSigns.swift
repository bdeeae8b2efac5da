/// The signs and words around numbers in running text (half width, without blanks) that tell what they say.
enum FigureSigns {
  static let year: Unicode.Scalar = "年"
  /// Opens the number of a document: `〔2021〕15号`.
  static let opening: Unicode.Scalar = "〔"

  /// Whether a number behind a sign belongs to a date, a document, a version or a product.
  static func isPart(behind sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "第", "〔", "[", "*", "×", "x", "X", ".", "-", "/", "~": true
    default: false
    }
  }

  /// The same of a number before a sign.
  static func isPart(before sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "*", "×", "〕", "]", "年", "月", "日", "号", "期", "届", ".", "-", "/", "~": true
    default: false
    }
  }

  /// `1300余家`.
  static func isApproximate(_ sign: Unicode.Scalar) -> Bool { sign == "余" || sign == "多" }

  static func saysWhen(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "年", "月", "日", "季": true
    default: false
    }
  }

  static func saysHowMuch(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "%", "‰", "G", "T", "M", "K", "P", "*", "×": true
    default: false
    }
  }

  static let countWords: WordList = {
    let plainUnits = ["个", "套", "座", "项", "场", "期", "次", "台", "份", "部", "家", "处", "所", "条", "万", "年内"]
    let units = plainUnits + ["名", "人", "户", "辆", "亩", "公里", "平方米", "件", "册", "批", "类", "张", "年"]
    let numerals = ["三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万"]
    return WordList(
      numerals.flatMap { numeral in units.map { numeral + $0 } }
        + plainUnits.flatMap { ["一" + $0, "两" + $0] })
  }()

  /// 十四五期间 is no fifth of anything.
  static let planPeriods = WordList(["十二五", "十三五", "十四五", "十五五", "十六五"])

  static let dateWords = WordList(["年底", "年末", "季度末", "月底", "百分之", "全覆盖", "零事故"])
}

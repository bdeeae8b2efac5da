import OfficeFiles

/// What this room says of office files.
extension Messages {
  static func message(_ error: OfficeFileError) -> String {
    switch error {
    case .libraryMissing(let package): "读这种文件要用系统软件包 \(package)，这台电脑上没有装"
    case .notAnArchive: "不是 .xlsx、.docx 文件：开头不是压缩包的样子"
    case .damaged(nil): "文件不完整或已损坏：压缩包的目录读不出来"
    case .damaged(let part?): "文件已损坏：里面的 \(shown(part)) 解不开"
    case .encrypted: "文件加了密码"
    case .tooManyEntries(let limit): "压缩包里超过 \(limit) 个部件"
    case .tooLarge(nil, let limit): "解压后超过 \(limit >> 20) MB 的上限"
    case .tooLarge(let part?, let limit): "里面的 \(shown(part)) 解压后超过 \(limit >> 20) MB 的上限"
    case .ratio(let part): "里面的 \(shown(part)) 压缩得异常厉害，像是压缩炸弹"
    case .unsafeName(let name): "压缩包里有不安全的文件名：\(shown(name))"
    case .duplicateName(let name): "压缩包里有两个同名部件：\(shown(name))"
    case .unknownMethod(let part): "里面的 \(shown(part)) 用了不认识的压缩方法"
    case .missingPart(let part): "缺少部件 \(shown(part))"
    case .malformed(let part, let line): "里面的 \(shown(part)) 第 \(line) 行不是合格的 XML"
    case .doctype(let part): "里面的 \(shown(part)) 带有 DOCTYPE 或实体声明，为安全起见不读"
    case .tooDeep(let part, let limit): "里面的 \(shown(part)) 嵌套超过 \(limit) 层"
    case .tooManyElements(let part, let limit): "里面的 \(shown(part)) 超过 \(limit) 个元素"
    case .tooManyAttributes(let part): "里面的 \(shown(part)) 属性或元素的名称多得异常"
    case .tooManyCells(let limit): "超过 \(limit) 个单元格"
    case .tooMuchText(let limit): "单元格里的文字合计超过 \(limit >> 20) MB"
    case .invalid(let part, let what): "里面的 \(shown(part)) 有误：\(shown(what))"
    }
  }

  static func help(_ error: OfficeFileError) -> String {
    switch error {
    case .libraryMissing(let package): "请安装：sudo apt install \(package)"
    case .notAnArchive: "检查文件是否选对；若是改过扩展名的旧文件，请打开后另存为 .xlsx 或 .docx"
    case .encrypted: "请打开后去掉密码再保存"
    case .damaged, .malformed, .missingPart, .unknownMethod, .duplicateName, .invalid:
      "请用 Excel、Word 或 WPS 打开后另存一份；打不开就请重新索取文件"
    case .unsafeName, .doctype, .ratio, .tooManyAttributes: "办公软件不会存成这样，请核实文件来源；确需使用，打开后另存一份"
    case .tooManyEntries, .tooLarge, .tooDeep, .tooManyElements, .tooManyCells, .tooMuchText:
      "请只留下绩效表，删去其他工作表、图片和空白格式，或拆成几个文件"
    }
  }

  /// A name from the file: short, its control characters made visible.
  private static func shown(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars.prefix(80) {
      let isPlain =
        scalar.value >= 0x20 && scalar.properties.generalCategory != .format && scalar.value != 0x7F
      text +=
        isPlain && !(0x80...0x9F).contains(scalar.value)
        ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return text + (name.unicodeScalars.count > 80 ? "……" : "")
  }
}

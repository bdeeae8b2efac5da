import ChineseText

/// Everything this room says to people.
enum Messages {
  static func message(_ problem: YAMLError.Problem) -> String {
    switch problem {
    case .syntax(let words): "YAML 写法有误：\(syntax(words).what)"
    case .json(let fault): "JSON 写法有误：\(what(fault))"
    case .continuedPlainText: "这段文字跨了行，但没有写成多行文本"
    case .fullWidthColon(let key): "“\(key)”后面是全角冒号“：”"
    case .noBlankAfterColon(let key): "“\(key):”后面缺一个空格"
    case .duplicateKey(let key, let line): "“\(key)”写了两次（第一次在第 \(line) 行）"
    case .keyIsNoText: "这里的键不是文字"
    case .aliasOrTag: "用了锚点、引用或标签（& * !），这里不支持"
    case .tooDeep(let depth): "层级超过 \(depth) 层"
    case .secondDocument: "一个文件只能写一份内容，这里又开始了第二份（---）"
    case .unknownKey(let key, _): "不认识的键“\(short(key))”"
    case .missingKey(let key): "缺少“\(key)”"
    case .wrongType(let key, let shape): "“\(key)”应当是\(name(shape))"
    case .unknownValue(let value, let key, _): "“\(key)”不能是“\(short(value))”"
    case .other(let words): words
    }
  }

  static func help(_ problem: YAMLError.Problem) -> String {
    switch problem {
    case .syntax(let words): syntax(words).cure
    case .json(let fault): cure(fault)
    case .continuedPlainText: "多行文字请写成“键: |”，从下一行起每行缩进；单行文字写在一行里"
    case .fullWidthColon(let key): "改成半角冒号加空格：“\(key): …”"
    case .noBlankAfterColon(let key): "冒号后加一个空格：“\(key): …”"
    case .duplicateKey: "只保留一处"
    case .keyIsNoText: "键写成一个词，例如“项目名称: …”"
    case .aliasOrTag: "以 & * ! 开头的文字请加引号"
    case .tooDeep: "请减少缩进层级"
    case .secondDocument: "删去“---”之后的内容，或另存为一个文件"
    case .unknownKey(let key, let allowed): nearest(to: key, among: allowed)
    case .missingKey(let key): "请补上“\(key): …”"
    case .wrongType(_, let shape): cure(shape)
    case .unknownValue(let value, _, let allowed): nearest(to: value, among: allowed)
    case .other: "请按说明修改后重试"
    }
  }

  private static func nearest(to word: String, among allowed: [String]) -> String {
    let list = "可用的有：\(allowed.joined(separator: "、"))"
    guard word.utf8.count <= 120, let close = closestMatch(to: word, among: allowed) else { return list }
    return "是不是“\(close)”？\(list)"
  }

  /// A text from the file, cut to what a line can show.
  private static func short(_ text: String) -> String {
    text.utf8.count <= 120 ? text : text.prefix(30) + "…"
  }

  private static func name(of expected: JSONFault.Expected) -> String {
    switch expected {
    case .value: "一个值"
    case .key: "双引号括起的键"
    case .colon: "半角冒号"
    case .comma: "逗号或结束括号"
    }
  }

  private static func what(_ fault: JSONFault) -> String {
    switch fault {
    case .unexpected(let found, let expected): "这里应当是\(name(of: expected))，却是“\(found)”"
    case .unexpectedEnd: "内容在这里中断了"
    case .unclosedText: "文字缺少结束的双引号"
    case .badEscape: "认不出的转义（反斜杠后的字符）"
    case .loneSurrogate: "\\u 转义不完整，不成一个字"
    case .badNumber: "数字写法有误"
    case .controlCharacter: "文字里有换行或控制字符"
    }
  }

  private static func cure(_ fault: JSONFault) -> String {
    switch fault {
    case .unexpected(_, .comma): "各项之间用半角逗号分隔，最后一项后面不加逗号"
    case .unexpected(_, .colon): "写成“\"键\": 值”，冒号用半角"
    case .unexpected(_, .key): "键用半角双引号括起来；最后一项后面不加逗号"
    case .unexpected(_, .value): "文字用半角双引号括起来，没有内容写 null"
    case .unexpectedEnd: "检查文件是否完整，{ } 与 [ ] 是否成对"
    case .unclosedText: "补上结束的半角双引号"
    case .badEscape: "只能用 \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    case .loneSurrogate: "直接写出这个字，或写全两个 \\u"
    case .badNumber: "不能以 0 或 + 开头，小数点两边都要有数字；要原样保留请加双引号"
    case .controlCharacter: "换行写成 \\n，制表符写成 \\t"
    }
  }

  private static func name(_ shape: YAMLError.Shape) -> String {
    switch shape {
    case .text: "一段文字"
    case .list: "一个列表"
    case .mapping: "一组“键: 值”"
    case .number: "一个数"
    }
  }

  private static func cure(_ shape: YAMLError.Shape) -> String {
    switch shape {
    case .text: "写在冒号后面，例如“键: 文字”"
    case .list: "每项一行，以“- ”开头"
    case .mapping: "另起一行，缩进两格，写“键: 值”"
    case .number: "只写数字，例如 10 或 4.5"
    }
  }

  /// libyaml's words, by their most telling part.
  private static let known: [(part: String, what: String, cure: String)] = [
    ("cannot start any token", "行首不能用 TAB 或 @ ` % 等符号", "缩进用空格；以符号开头的文字请加引号"),
    ("mapping values are not allowed", "这里不能再出现“键: 值”", "检查缩进；文字里有“: ”时请加引号"),
    ("expected key", "缩进没有对齐，找不到应有的键", "同一组的键左边要对齐"),
    ("expected ':'", "缺少冒号", "写成“键: 值”，冒号用半角，后面空一格"),
    ("expected '-' indicator", "列表项没有对齐", "同一列表的“- ”左边要对齐"),
    ("expected ',' or", "括号里缺少逗号，或括号没有闭合", "检查 [ ] 与 { } 是否成对"),
    ("end of stream", "文件在引号或括号中间结束了", "补上结束的引号或括号"),
    ("control characters", "有不可见的控制字符", "删去该字符后重新输入"),
    ("UTF-8", "不是 UTF-8 编码", "请用 UTF-8 编码保存"),
    ("block scalar", "多行文本的写法有误", "写成“键: |”，从下一行起缩进两格"),
    ("alphabetic or numeric", "以 * 或 & 开头的文字会被当作引用", "以 & * ! 开头的文字请加引号"),
    ("alias", "以 * 或 & 开头的文字会被当作引用", "请加引号"),
    ("whitespace or line break", "以 ! 开头的文字会被当作标签", "以 & * ! 开头的文字请加引号"),
    ("comment or line break", "多行文本的写法有误", "写成“键: |”，从下一行起缩进两格"),
    ("tag", "以 ! 开头的文字会被当作标签", "以 & * ! 开头的文字请加引号"),
  ]

  private static func syntax(_ words: String) -> (what: String, cure: String) {
    known.first { words.contains($0.part) }.map { ($0.what, $0.cure) }
      ?? ("读不懂这一处", "检查这一行和上一行的缩进、冒号和引号")
  }
}

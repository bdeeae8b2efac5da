/// Letters that the fonts of some PDF files name by their radicals: ⽬ (U+2F6C) is printed where 目 is meant.
///
/// Source: compatibility mappings of Unicode for U+2F00–U+2FD5, and for the simplified radicals of U+2E80–U+2EFF,
/// which have none, the letters they are drawn like. All of them take three bytes, before and after.
enum RadicalLetters {
  private static let firstKangxi: UInt32 = 0x2F00
  private static let kangxi = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
      + "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊"
      + "羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香"
      + "馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)
  private static let simplified: [UInt32: Unicode.Scalar] = [
    0x2E9F: "母", 0x2EA0: "民", 0x2EC1: "虎", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角", 0x2EC9: "贝", 0x2ECB: "车",
    0x2ED3: "长", 0x2ED4: "门", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风", 0x2EDC: "飞", 0x2EDD: "食",
    0x2EE2: "马", 0x2EE3: "骨", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE8: "麦", 0x2EE9: "黄", 0x2EEC: "齐",
    0x2EEE: "齿", 0x2EF0: "龙", 0x2EF3: "龟",
  ]

  /// UTF-8 with the letters that are meant; every byte keeps its place.
  static func replaced(in text: [UInt8]) -> [UInt8] {
    var text = text
    var index = 0
    while index + 2 < text.count {
      if text[index] == 0xE2, text[index + 1] >= 0xBA, text[index + 1] <= 0xBF {
        let scalar =
          UInt32(text[index] & 0xF) << 12 | UInt32(text[index + 1] & 0x3F) << 6
          | UInt32(text[index + 2] & 0x3F)
        if let letter = letter(for: scalar) {
          text.replaceSubrange(
            index..<index + 3, with: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
        }
        index += 3
      } else {
        index += 1
      }
    }
    return text
  }

  private static func letter(for radical: UInt32) -> Unicode.Scalar? {
    if radical < firstKangxi { return simplified[radical] }
    let index = Int(radical - firstKangxi)
    return kangxi.indices.contains(index) ? kangxi[index] : nil
  }
}

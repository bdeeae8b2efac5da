import BundledData
import FormComparison
import FormModel
import FormRules
import Foundation
import TestSupport

/// The program's own words, and forms to match rows of.
enum MatchingData {
  static let words: MatchingWords = {
    let files = BundledData.files(under: "Rules").map { RuleFile(path: $0.path, text: $0.text) }
    return (try? RuleSet(files: files))?.matchingWords ?? .none
  }()

  /// Reference forms where they are present.
  static let published: [Form] = {
    guard let folder = SharedFiles.path("forms/gold") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: folder + "/" + name),
        let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      else { return nil }
      return PublishedForm.form(json)
    }
  }()

  /// Invented forms: libraries, parks, roads, with near-identical neighbours as published forms have them.
  static let fictional: [Form] = texts.map { text in
    var form = Form(kind: .target)
    form.indicators = text.split(separator: "\n").map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      var row = Indicator(level1: cells[0], level2: cells[1], level3: cells[2])
      (row[.target], row[.weight]) = (cells[3], cells[4])
      return row
    }
    return form
  }

  private static let texts = [
    """
    产出指标|数量指标|自助借还设备布设数量|≥6台|10
    产出指标|数量指标|流动书车服务次数|≥48次|10
    产出指标|数量指标|书库容量|≥300TB|5
    产出指标|数量指标|书库容量|≥12000册|5
    产出指标|数量指标|书库容量|≥40架|5
    产出指标|质量指标|设备验收合格率|=100%|10
    产出指标|质量指标|借还系统可用率|≥99.5%|5
    产出指标|时效指标|设备故障平均修复时长|≤4小时|10
    产出指标|成本指标|设备采购成本|≤128万元|5
    产出指标|成本指标|设备采购成本|≤21.4万元/台|5
    效益指标|社会效益指标|读者到馆人次|≥30000人次|10
    效益指标|可持续影响指标|长效管理制度建设|健全|5
    满意度指标|服务对象满意度指标|读者满意度|≥90%|10
    """,
    """
    产出指标|数量指标|绿地养护面积|≥36.5公顷|8
    产出指标|数量指标|乔木修剪数量|≥4200株|8
    产出指标|数量指标|灌木修剪数量|≥15600株|8
    产出指标|数量指标|公厕保洁数量|=14座|6
    产出指标|质量指标|乔木成活率|≥98%|10
    产出指标|质量指标|灌木成活率|≥95%|10
    产出指标|时效指标|病虫害处置及时率|≥95%|10
    产出指标|时效指标|设施报修响应时间|≤2小时|5
    产出指标|时效指标|设施报修完成时间|≤3天|5
    产出指标|成本指标|单位面积养护成本|≤8.6元/平方米|5
    效益指标|社会效益指标|有责投诉次数|≤5次|5
    效益指标|生态效益指标|绿化垃圾回收利用率|≥80%|5
    满意度指标|服务对象满意度指标|游客满意度|≥88%|3
    满意度指标|服务对象满意度指标|周边居民满意度|≥85%|2
    """,
    """
    产出指标|数量指标|道路维修里程|≥12.6公里|10
    产出指标|数量指标|人行道翻新面积|≥8800平方米|10
    产出指标|数量指标|检查井整治数量|≥230个|10
    产出指标|数量指标|新增无障碍坡道数量|≥36处|5
    产出指标|质量指标|工程一次验收合格率|=100%|10
    产出指标|质量指标|路面平整度达标率|≥95%|5
    产出指标|时效指标|工程按期完工率|=100%|10
    产出指标|时效指标|开工时间|2027年4月底前|5
    产出指标|成本指标|项目总成本|不超批复预算|5
    效益指标|社会效益指标|道路通行能力|明显提升|10
    效益指标|社会效益指标|施工安全事故发生数|=0起|5
    满意度指标|服务对象满意度指标|沿线居民满意度|≥90%|5
    """,
  ]
}

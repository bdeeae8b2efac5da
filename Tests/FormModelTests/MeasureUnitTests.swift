import FormModel
import Foundation
import Testing

@Suite struct MeasureUnitTests {
  @Test(arguments: [
    ("%", "%", "1", MeasureUnit.Kind.percent), ("（％）", "%", "1", .percent), ("‰", "%", "0.1", .percent),
    ("百分比", "%", "1", .percent), ("百分点", "百分点", "1", .percent), ("元", "元", "1", .money),
    ("万元", "元", "10000", .money),
    ("亿元", "元", "100000000", .money), ("百万元", "元", "1000000", .money), ("小时", "秒", "3600", .time),
    ("千小时", "秒", "3600000", .time), ("ms", "秒", "0.001", .time), ("个月", "月", "1", .time),
    ("年", "月", "12", .time),
    ("工作日", "工作日", "1", .time), ("个工作日", "工作日", "1", .time), ("公里", "米", "1000", .length),
    ("㎡", "平方米", "1", .area), ("公顷", "平方米", "10000", .area), ("亩", "亩", "1", .area),
    ("万亩", "亩", "10000", .area),
    ("吨", "千克", "1000", .mass), ("TB", "B", "1099511627776", .data), ("人", "人", "1", .person),
    ("万人次", "人次", "10000", .person), ("万条", "条", "10000", .count), ("(亿条)", "条", "100000000", .count),
    ("个", "个", "1", .count),
    ("路", "路", "1", .count), ("分钟/次", "秒/次", "60", .other), ("万元/年/户", "元/年/户", "10000", .other),
    ("图斑", "图斑", "1", .other), ("万图斑", "图斑", "10000", .other), ("万", "", "10000", .other),
  ])
  func reads(_ text: String, _ base: String, _ factor: String, _ kind: MeasureUnit.Kind) throws {
    let unit = try #require(MeasureUnit(printed: text))
    #expect(unit.base == base)
    #expect(unit.factor == Decimal(string: factor))
    #expect(unit.kind == kind)
  }

  @Test(arguments: ["", "/", "（/）", "—", "无", "3个", "以上的部分", "一二三四五六七八九十一二三", "a/", "/次"])
  func refuses(_ text: String) {
    #expect(MeasureUnit(printed: text) == nil)
  }

  @Test(arguments: [
    ("1.5", "小时", "分钟", "90"), ("880", "万条", "条", "8800000"), ("2", "TB", "GB", "2048"),
    ("3", "‰", "%", "0.3"),
    ("1", "年", "季度", "4"), ("1", "公顷", "㎡", "10000"), ("2", "名", "人", "2"), ("0.1", "亿元", "万元", "1000"),
  ])
  func converts(_ value: String, _ from: String, _ to: String, _ expected: String) throws {
    let result = MeasureUnit.converted(
      try #require(Decimal(string: value)), from: try #require(MeasureUnit(printed: from)),
      to: try #require(MeasureUnit(printed: to)))
    #expect(result == Decimal(string: expected))
  }

  @Test(arguments: [
    ("天", "工作日"), ("月", "天"), ("亩", "㎡"), ("人", "人次"), ("个", "项"), ("%", "百分点"), ("次/年", "次/月"), ("万", "条"),
  ])
  func doesNotConvert(_ from: String, _ to: String) throws {
    let from = try #require(MeasureUnit(printed: from))
    let to = try #require(MeasureUnit(printed: to))
    #expect(MeasureUnit.converted(1, from: from, to: to) == nil)
  }
}

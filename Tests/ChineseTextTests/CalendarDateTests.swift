import ChineseText
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2027-01-01", "2027-01-01"), ("2027/1/1", "2027-01-01"), ("2027.1.1", "2027-01-01"),
    ("2027年1月1日", "2027-01-01"), ("2027 年 12 月 31 号", "2027-12-31"), ("20270101", "2027-01-01"),
    ("２０２７－０１－０１", "2027-01-01"), ("２０２７年１月１日", "2027-01-01"), ("2024-02-29", "2024-02-29"),
    ("2000-02-29", "2000-02-29"), ("0001-01-01", "0001-01-01"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(CalendarDate(printed: text)?.description == expected)
  }

  @Test(arguments: [
    "", "2027", "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-1-32", "27-1-1", "2027-1/1",
    "2027年1月", "2027年1月1", "2027-1-1-1", "2027101", "a2027-1-1", "2027--1", "０", "2027-001-01", "二〇二七年一月一日",
    "2027年1月1日1", "99999999999999999999999-1-1", "2027-1-99999999999999999999999", "202701011", "2027--01-01",
  ])
  func refuses(_ text: String) {
    #expect(CalendarDate(printed: text) == nil)
  }

  @Test func order() throws {
    let early = try #require(CalendarDate(year: 2026, month: 12, day: 31))
    let late = try #require(CalendarDate(year: 2027, month: 1, day: 1))
    #expect(early < late)
    #expect(!(late < early))
  }

  @Test func descriptionReadsBack() {
    for year in [1, 1900, 2000, 2024, 2027, 9999] {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, of: year) {
          let date = CalendarDate(year: year, month: month, day: day)
          #expect(date.flatMap { CalendarDate(printed: $0.description) } == date)
        }
      }
    }
  }
}

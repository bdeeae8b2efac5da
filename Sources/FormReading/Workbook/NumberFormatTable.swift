/// The format codes that have a number instead of a text, as a Chinese Excel prints them (ECMA-376 §18.8.30).
enum NumberFormatTable {
  /// - Returns: `nil` for no format at all. A date that follows the system's settings (14, 22) is printed as forms
  ///   have it, year first.
  static func code(_ id: Int) -> String? { codes[id] }

  private static let codes: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 27: yearMonth, 28: monthDay,
    29: monthDay, 30: "m-d-yy", 31: longDate, 32: hourMinute, 33: hourMinuteSecond, 34: half + hourMinute,
    35: half + hourMinuteSecond, 36: yearMonth, 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;-;@", 42: "¥#,##0;¥-#,##0;¥-;@",
    43: "#,##0.00;-#,##0.00;-;@", 44: "¥#,##0.00;¥-#,##0.00;¥-;@", 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: yearMonth, 51: monthDay, 52: yearMonth, 53: monthDay,
    54: monthDay, 55: half + hourMinute, 56: half + hourMinuteSecond, 57: yearMonth, 58: monthDay,
  ]

  /// The long date of the system's settings, as a Chinese system has it.
  static let longDate = #"yyyy"年"m"月"d"日""#
  static let systemDate = "[$-F800]"
  private static let yearMonth = #"yyyy"年"m"月""#
  private static let monthDay = #"m"月"d"日""#
  private static let hourMinute = #"h"时"mm"分""#
  private static let hourMinuteSecond = #"h"时"mm"分"ss"秒""#
  private static let half = "上午/下午"

  /// Words for no format.
  static let generalWords = ["General", "G/通用格式"]
  /// The word in the code, what it prints before noon, and after.
  static let halves = [(half, "上午", "下午"), ("AM/PM", "AM", "PM"), ("A/P", "A", "P")]
  /// Sunday first.
  static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]
  static let week = "周"
  static let weekday = "星期"
  static let englishWeekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}

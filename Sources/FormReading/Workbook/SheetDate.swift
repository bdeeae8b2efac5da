/// A day and time that a workbook stores as the number of days since its own beginning.
struct SheetDate {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  /// Digits behind the seconds, in ASCII.
  let fraction: ArraySlice<UInt8>
  /// 0 is Sunday.
  let weekday: Int
  /// Whole days since the beginning.
  private let serial: Int

  /// 9999-12-31, the last day that Excel knows.
  private static let last = 2_958_465

  /// - Parameter secondDigits: how many digits of a second count; the time is rounded to them.
  /// - Returns: `nil` below zero and behind the year 9999.
  init?(_ number: PrintedDecimal, is1904: Bool, secondDigits: Int) {
    guard !number.isNegative || number.isZero, number.point <= 7 else { return nil }
    // Ten digits of a day are ten millionths of a second.
    let scale = [1, 10, 100, 1000][secondDigits]
    var units = Self.value(number.decimalDigits(10)) * 86_400 * scale
    units = (units + 5_000_000_000) / 10_000_000_000
    var serial = Self.value(number.wholeDigits)
    if units == 86_400 * scale {
      units = 0
      serial += 1
    }
    guard serial <= Self.last - (is1904 ? 1462 : 0) else { return nil }
    self.serial = serial
    let seconds = units / scale
    (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    fraction = Array(String(units % scale + scale).utf8)[1...]
    (year, month, day) = Self.date(serial, is1904: is1904)
    weekday = (serial + (is1904 ? 5 : 6)) % 7
  }

  /// Hours, minutes or seconds since the beginning.
  func elapsed(_ letter: UInt8) -> Int {
    switch Unicode.Scalar(letter) {
    case "h": serial * 24 + hour
    case "m": (serial * 24 + hour) * 60 + minute
    default: ((serial * 24 + hour) * 60 + minute) * 60 + second
    }
  }

  private static func value(_ digits: [UInt8]) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Excel counts 1900-01-01 as 1, and a day 1900-02-29 that never was.
  private static func date(_ serial: Int, is1904: Bool) -> (Int, Int, Int) {
    if is1904 { return civil(serial + 1462 - 25_569) }
    if serial == 0 { return (1900, 1, 0) }
    if serial == 60 { return (1900, 2, 29) }
    return civil(serial - (serial < 60 ? 25_568 : 25_569))
  }

  /// The day of the Gregorian calendar, that many days from 1970-01-01.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}

import FormModel
import FoundationEssentials

/// The money of the tasks that a text lists: 60 and 20 of `1.采购设备60万元；2.培训20万元`.
enum ListedTasks {
  /// The amounts of the list that has most of them, one for each entry; an entry with none or several has no part in it,
  /// so that the sum is never more than that of the tasks.
  ///
  /// - Parameters:
  ///   - text: half width; without blanks, but with its line breaks.
  ///   - except: words in the clause of an amount that is no task's money: 节约, 产值.
  ///   - year: entries about other years have no part.
  static func amounts(in text: String, except: WordList?, year: Int?) -> [MoneyInText] {
    var lists: [ListMarker: [MoneyInText]] = [:]
    for entry in entries(of: Array(text.unicodeScalars)) {
      guard NumberInText.years(in: entry.text).allSatisfy({ $0 == year }) else { continue }
      let amounts = MoneyInText.all(in: entry.text)
      guard amounts.count == 1, let money = amounts.first, !money.isApproximate,
        except?.match(in: money.before + money.behind) == nil
      else { continue }
      lists[entry.style, default: []].append(money)
    }
    let best = lists.max { ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue) }
    return best.map(\.value).flatMap { $0.count >= 2 ? $0 : nil } ?? []
  }

  /// The entries, each as far as the next one of any list.
  private static func entries(of text: [Unicode.Scalar]) -> [(style: ListMarker, text: String)] {
    var starts: [(index: Int, style: ListMarker)] = []
    for index in text.indices where index == 0 || breaks.contains(text[index - 1]) {
      if let marker = ListMarker.read(at: index, in: text) { starts.append((index, marker.style)) }
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1].index : text.count
      return (start.style, String(String.UnicodeScalarView(text[start.index..<end])))
    }
  }

  private static let breaks = Set("\n。；;:".unicodeScalars)
}

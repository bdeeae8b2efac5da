import FormModel
import FormWriting
import Foundation
import TestSupport
import Testing

/// A real browser opens the reports; runs where Chromium is installed.
private enum Browser {
  static let path = "/usr/bin/chromium"
  static let isThere = FileManager.default.isExecutableFile(atPath: path)

  /// Opens a page, waits until its scripts are done, and gives the document as it then is.
  ///
  /// Whatever the page says on its console, errors among them, is an issue.
  static func document(of file: String, folder: String) throws -> String {
    let run = try CommandRun(
      path,
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--enable-logging=stderr",
        "--user-data-dir=\(folder)/profile", "--virtual-time-budget=20000", "--dump-dom", "file://\(file)",
      ], environment: CommandRun.environment(home: folder), folder: folder, seconds: 120)
    #expect(run.status == 0)
    let console = run.errors.split(separator: "\n").filter { $0.contains(":CONSOLE") }
    #expect(console.isEmpty, "\(console)")
    return run.output
  }
}

@Suite("Reports in a browser", .enabled(if: Browser.isThere, "no Chromium here"), .serialized)
struct BrowserTests {
  private static let pairs = 1_000

  /// Approved forms and their self-evaluations, as two folders.
  private func write(to folder: TemporaryFolder) throws {
    var forms = YearOfForms(seed: 5)
    var random = SplitMix64(seed: 5)
    for chunk in 0..<4 {
      var sides = ["", ""]
      for _ in 0..<Self.pairs / 4 {
        var form = forms.form()
        while form.kind != .target { form = forms.form() }
        let evaluated = EvaluatedForms.evaluated(&form, &random)
        sides[0] += JSONWriter.line(of: LocatedForm(form: form))
        sides[1] += JSONWriter.line(of: LocatedForm(form: evaluated))
      }
      try folder.write(sides[0], to: "申报/\(chunk).ndjson")
      try folder.write(sides[1], to: "自评/\(chunk).ndjson")
    }
  }

  /// What the JSON report says of each pair, to hold the page to.
  private struct Pair {
    var project: String
    var unit: String
    var changes: Int
    var open: Int
    var own: Double?

    init(_ json: [String: Any], units: [String: String]) {
      project = (json["evaluated"] as? [String: Any])?["project"] as? String ?? ""
      unit = units[project] ?? ""
      changes = (json["changes"] as? [Any])?.count ?? 0
      let parts = (json["splits"] as? [[String: Any]] ?? []) + (json["merges"] as? [[String: Any]] ?? [])
      open =
        ((json["proposals"] as? [Any])?.count ?? 0) + parts.count { $0["taken"] as? Bool == false }
      own = ((json["points"] as? [String: Any])?["own"] as? [String: Any])?["outOfHundred"] as? Double
    }
  }

  private func known(_ folder: TemporaryFolder) throws -> [Pair] {
    var units: [String: String] = [:]
    for chunk in 0..<4 {
      for line in (folder.text("自评/\(chunk).ndjson") ?? "").split(separator: "\n") {
        guard let form = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
          continue
        }
        units[form["project"] as? String ?? ""] = form["implementingUnit"] as? String
      }
    }
    let data = Data((folder.text("对比.json") ?? "").utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return (report["comparisons"] as? [[String: Any]] ?? []).map { Pair($0, units: units) }
  }

  /// Filters and sorts as a person does, and leaves in the page what came of it.
  private static let probe = """
    <script>
    (function () {
      var result = {};
      function cells(column) {
        return Array.prototype.map.call(document.querySelectorAll("#rows tr"), function (row) {
          return row.children[column].textContent;
        });
      }
      function set(id, key, value, event) {
        var field = document.getElementById(id);
        field[key] = value;
        field.dispatchEvent(new Event(event));
      }
      result.all = cells(0).length;
      set("text", "value", "（第77号）", "input");
      result.found = cells(0);
      set("text", "value", "  环境监测站 ", "input");
      result.ofUnits = cells(1);
      set("text", "value", "没有这样的项目", "input");
      result.none = cells(0).length;
      set("text", "value", "", "input");
      var unit = document.getElementById("unit").options[3].value;
      result.unit = unit;
      set("unit", "value", unit, "change");
      result.ofUnit = cells(1);
      set("unit", "value", "", "change");
      set("changed", "checked", true, "change");
      result.changed = cells(8);
      set("open", "checked", true, "change");
      result.changedAndOpen = cells(10);
      set("changed", "checked", false, "change");
      result.open = cells(10);
      set("open", "checked", false, "change");
      result.sorted = [4, 8, 8, 1].map(function (column) {
        document.querySelectorAll("#list button")[column].click();
        return cells(column);
      });
      result.link = document.querySelector("#rows a").getAttribute("href");
      result.shown = document.getElementById("shown").textContent;
      var place = document.createElement("pre");
      place.id = "probe";
      place.textContent = encodeURIComponent(JSON.stringify(result));
      document.body.appendChild(place);
    }());
    </script>
    """

  /// What the probe found.
  private struct Found: Decodable {
    var all: Int
    var found: [String]
    var ofUnits: [String]
    var none: Int
    var unit: String
    var ofUnit: [String]
    var changed: [String]
    var changedAndOpen: [String]
    var open: [String]
    var sorted: [[String]]
    var link: String
    var shown: String
  }

  private func probed(_ folder: TemporaryFolder) throws -> Found {
    let index = try #require(folder.text("报告/index.html"))
    try folder.write(index.replacing("</body>", with: Self.probe + "</body>"), to: "报告/probe.html")
    let document = try Browser.document(of: "\(folder.path)/报告/probe.html", folder: folder.path)
    let text = try #require(document.firstMatch(of: /<pre id="probe">([^<]*)<\/pre>/)?.output.1)
    let json = try #require(String(text).removingPercentEncoding)
    return try JSONDecoder().decode(Found.self, from: Data(json.utf8))
  }

  @Test("The folder of 1,000 comparisons filters and sorts, without a word on the console")
  func folderOfComparisons() throws {
    let folder = try TemporaryFolder()
    try write(to: folder)
    let run = try CommandRun.jixiao(
      ["compare", "申报", "自评", "--no-input", "-q", "--format", "html=报告", "--format", "json=对比.json"],
      folder: folder.path, seconds: 300)
    #expect(run.status == 1, "\(run.errors)")
    try holdPages(folder)
    let known = try known(folder)
    #expect(known.count == Self.pairs)
    let found = try probed(folder)
    hold(found, to: known)
    let page = try Browser.document(of: "\(folder.path)/报告/\(found.link)", folder: folder.path)
    #expect(page.contains("<svg class=\"bar\"") && page.contains("各类指标得分"))
  }

  private func holdPages(_ folder: TemporaryFolder) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/报告")
    #expect(names.count == Self.pairs + 1)
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/报告/\(name)")
      #expect((attributes[.size] as? Int ?? .max) < 1_000_000, "\(name)")
    }
  }

  private func hold(_ found: Found, to known: [Pair]) {
    #expect(found.all == known.count && found.shown == "\(known.count) / \(known.count)" && found.none == 0)
    #expect(found.found == known.map(\.project).filter { $0.contains("（第77号）") } && found.found.count == 1)
    let unit = "环境监测站"
    let ofUnits = known.count { $0.unit.contains(unit) || $0.project.contains(unit) }
    #expect(found.ofUnits.count == ofUnits && ofUnits > 0 && ofUnits < known.count)
    #expect(found.ofUnit.count == known.count { $0.unit == found.unit } && Set(found.ofUnit) == [found.unit])
    #expect(found.changed.count == known.count { $0.changes > 0 } && !found.changed.contains("0"))
    #expect(
      found.open.count == known.count { $0.open > 0 } && !found.open.isEmpty && !found.open.contains("0"))
    #expect(found.changedAndOpen.count == known.count { $0.changes > 0 && $0.open > 0 })
    let points = known.map { $0.own }.sorted { ($0 ?? -1) > ($1 ?? -1) }
    #expect(found.sorted[0].map { Double($0) } == points)
    let changes = known.map(\.changes).sorted()
    #expect(
      found.sorted[1].map { Int($0) } == changes.reversed() && found.sorted[2].map { Int($0) } == changes)
    #expect(Set(found.sorted[3]).count > 1 && found.sorted[3] == inOrder(found.sorted[3]))
  }

  /// By UTF-16 units, as scripts compare.
  private func inOrder(_ texts: [String]) -> [String] {
    texts.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  @Test("The page over several years opens without a word on the console")
  func years() throws {
    let folder = try TemporaryFolder()
    for year in 2025...2027 {
      try folder.write(
        """
        模板: shanghai-self-evaluation
        年度: \(year)
        项目名称: 社区图书自助借还服务
        绩效指标:
          产出指标:
            数量指标:
              - {三级指标: 自助借还设备布设数量, 指标值: ≥6台, 实际完成值: \(year - 2020)台, 分值: 90, 得分: 80}

        """, to: "\(year).yaml")
    }
    let run = try CommandRun.jixiao(
      ["trend", "2025.yaml", "2026.yaml", "2027.yaml", "--format", "html=历年.html"], folder: folder.path)
    #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    let page = try Browser.document(of: folder.path + "/历年.html", folder: folder.path)
    #expect(page.contains("<polyline class=\"result\" points=\"8,56 110,32 212,8\""))
  }
}

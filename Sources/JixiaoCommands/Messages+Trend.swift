/// What `jixiao trend` says.
extension Messages {
  enum Trend {
    static let abstract = "把一个项目几年的申报表、自评表放在一起看：目标、完成、得分逐年怎样"
    static let discussion = """
      表的先后不限，年度从表里读；同一年的申报表和自评表算一年。文件夹里有许多项目的，按项目和单位分开。
      指标逐年配对：拿不准的列出来，不连起来；要认定的写进 --pairs 文件。
      会说：年年超过目标较多的、比上年定得低的、后来才有或没有了的指标，各年预算与执行率。
      退出码：0 没有要说的 · 1 有 --fail-level 以上的问题或待认定的 · 2 有读不了的，或没有两年可比 · 64 用法不对 · 73/74 写不了。
      """
    static let forms = "两年以上的申报表、自评表：文件、文件夹、文件#3 或 -"
    static let together = "都算一个项目：改过名称或换过单位的用"
    static let pairs = "各年指标哪条是哪条的认定：没有就新写，有就照用"
    static let format = "输出格式：human（默认）、json、markdown、csv、html，可写成 html=历年.html，可重复；html=文件夹 是一个项目一页"
    static let output = "写到文件，格式看后缀：历年.html、历年.csv …"
    static func unknownEnding(_ file: String, known: [String]) -> String {
      "看不出 \(file) 要哪种格式。后缀用 \(known.map { "." + $0 }.joined(separator: "、")) 之一"
    }

    static let noForms = "没有读到表。用法：jixiao trend 2025.yaml 2026.yaml 2027.yaml"
    static func nothingToCompare(_ count: Int) -> String {
      "读到 \(count) 张表，没有哪个项目有两年以上的。项目改过名称的，加 --together 算作一个项目"
    }
    static func undated(_ name: String) -> String { "\(name)：没有写年度，没有放进来。补上年度（四位数）再来" }
    static func severalInCompare(_ words: [String]) -> String {
      "compare 一次比两张表。几年的表放在一起看用：jixiao trend " + words.joined(separator: " ")
    }
    static let overshoot = "overshoot-shown"
    static let overshootYears = "overshoot-years"
    static let overshootRule = "overshoot-points"
  }
}

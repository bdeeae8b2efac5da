/// A command of the interview. One row of `entries` is all there is to adding a name.
public enum InterviewCommand: String, Sendable, Hashable, CaseIterable {
  case help, back, skip, next, goto, edit, clear, editor
  case table, progress, check, explain, reason, compare
  case weights, even, add, delete, move
  case undo, redo, export, save, quit

  /// Names in the order in which help shows them, the argument, and what the command does.
  public struct Entry: Sendable {
    /// What the names stand for.
    public let command: InterviewCommand
    /// English, Chinese, short form.
    public let names: [String]
    /// What follows the name, in words; empty for none, in brackets where it may be left out.
    public let argument: String
    /// What the command does, in one line.
    public let summary: String
  }

  /// All commands in the order in which help shows them.
  public static let entries: [Entry] = [
    Entry(.help, ["help", "帮助", "h", "?", "？"], "[命令]", Messages.Command.help),
    Entry(.back, ["back", "返回", "b"], "", Messages.Command.back),
    Entry(.skip, ["skip", "略过", "k"], "", Messages.Command.skip),
    Entry(.next, ["next", "下一处", "n"], "", Messages.Command.next),
    Entry(.goto, ["goto", "转到", "g"], "位置", Messages.Command.goto),
    Entry(.edit, ["edit", "修改", "e"], "[位置]", Messages.Command.edit),
    Entry(.clear, ["clear", "清空"], "[位置]", Messages.Command.clear),
    Entry(.editor, ["editor", "编辑器", "ed"], "", Messages.Command.editor),
    Entry(.table, ["table", "表格", "t"], "", Messages.Command.table),
    Entry(.progress, ["progress", "进度", "p"], "", Messages.Command.progress),
    Entry(.check, ["check", "检查", "c"], "", Messages.Command.check),
    Entry(.explain, ["explain", "解释", "x"], "[规则]", Messages.Command.explain),
    Entry(.reason, ["reason", "说明"], "理由", Messages.Command.reason),
    Entry(.compare, ["compare", "对比", "v"], "文件", Messages.Command.compare),
    Entry(.weights, ["weights", "权重", "w"], "", Messages.Command.weights),
    Entry(.even, ["even", "均分"], "", Messages.Command.even),
    Entry(.add, ["add", "增加", "a"], "[二级指标] [名称]", Messages.Command.add),
    Entry(.delete, ["delete", "删除", "d"], "[序号]", Messages.Command.delete),
    Entry(.move, ["move", "移动", "m"], "序号 新序号", Messages.Command.move),
    Entry(.undo, ["undo", "撤销", "u"], "", Messages.Command.undo),
    Entry(.redo, ["redo", "重做", "r"], "", Messages.Command.redo),
    Entry(.export, ["export", "导出", "o"], "文件", Messages.Command.export),
    Entry(.save, ["save", "保存", "s"], "", Messages.Command.save),
    Entry(.quit, ["quit", "退出", "q", "exit"], "", Messages.Command.quit),
  ]

  /// The command of a name, whatever its case; `nil` for an unknown word.
  public init?(word: String) {
    let word = word.lowercased()
    guard let entry = Self.entries.first(where: { $0.names.contains(word) }) else { return nil }
    self = entry.command
  }

  /// Whether the argument is the name of a file.
  public var takesFile: Bool { self == .compare || self == .export }

  /// The table's row of this command.
  public var entry: Entry? { Self.entries.first { $0.command == self } }
}

extension InterviewCommand.Entry {
  fileprivate init(_ command: InterviewCommand, _ names: [String], _ argument: String, _ summary: String) {
    self.init(command: command, names: names, argument: argument, summary: summary)
  }
}

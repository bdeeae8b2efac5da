import Foundation
import TestSupport
import Testing

/// Disks that are full, read-only or gone: a clear message, and the old file as it was.
struct DiskTests {
  @Test(.enabled(if: MountSpace.isAllowed))
  func aFullDiskKeepsTheOldFile() throws {
    let folder = try TemporaryFolder()
    let script = """
      mount -t tmpfs -o size=64k tmpfs . && cd "$PWD" || exit 90
      printf '2027\\n社区图书自助借还服务\\n' | $JIXIAO fill 表.yaml >/dev/null 2>&1
      cp 表.yaml 前.yaml
      cat /dev/zero > 压舱 2>/dev/null
      printf '经常性项目\\n某区文化和旅游局\\n' | $JIXIAO fill 表.yaml 2>&1
      status=$?
      cmp 表.yaml 前.yaml && echo 文件原样
      rm 压舱
      printf '经常性项目\\n某区文化和旅游局\\n' | $JIXIAO fill 表.yaml >/dev/null 2>&1
      grep -c 某区文化和旅游局 表.yaml
      ls -A
      exit $status
      """
    let run = try MountSpace.run(script, folder: folder.path)
    #expect(run.output.contains("磁盘满了"), "\(run)")
    #expect(run.output.contains("文件原样"), "\(run)")
    #expect(run.output.contains("\n1\n"), "answers are taken again once there is room: \(run)")
    #expect(!run.output.contains(".tmp"), "\(run)")
    #expect(run.status == 74, "\(run)")
  }

  /// The old workbook and document stay whole, in a folder of files too.
  @Test(.enabled(if: MountSpace.isAllowed), arguments: ["xlsx", "docx"])
  func aFullDiskKeepsTheOldOfficeFile(ending: String) throws {
    let folder = try TemporaryFolder()
    let script = """
      mount -t tmpfs -o size=256k tmpfs . && cd "$PWD" || exit 90
      printf '年度: 2027\\n项目名称: 社区图书自助借还服务\\n' > 甲.yaml
      $JIXIAO convert 甲.yaml 甲.\(ending) || exit 91
      $JIXIAO convert 甲.yaml --to \(ending) -o 结果/ -q || exit 92
      $JIXIAO templates blank shanghai-target 空.\(ending) 2>/dev/null || exit 93
      cp 甲.\(ending) 前.\(ending); cp 空.\(ending) 前空.\(ending)
      cat /dev/zero > 压舱 2>/dev/null
      printf '年度: 2028\\n项目名称: 另一个项目\\n' | $JIXIAO convert - -o 甲.\(ending) --force 2>&1
      status=$?
      $JIXIAO convert 甲.yaml --to \(ending) -o 结果/ -q --force 2>&1
      $JIXIAO templates blank mof-2021-target 空.\(ending) --force 2>&1
      cmp 甲.\(ending) 前.\(ending) && cmp 甲.\(ending) 结果/甲.\(ending) && cmp 空.\(ending) 前空.\(ending) && echo 文件原样
      ls -A . 结果
      exit $status
      """
    let run = try MountSpace.run(script, folder: folder.path)
    #expect(run.output.components(separatedBy: "磁盘满了").count == 4, "\(run)")
    #expect(run.output.contains("文件原样"), "\(run)")
    #expect(!run.output.contains(".tmp"), "\(run)")
    #expect(run.status == 74, "\(run)")
  }

  @Test(.enabled(if: MountSpace.isAllowed))
  func aReadOnlyFolderIsSaidAtOnce() throws {
    let folder = try TemporaryFolder()
    let script = """
      mount --bind . . && cd "$PWD" && mount -o remount,bind,ro . && cd "$PWD" || exit 90
      printf '2027\\n' | $JIXIAO fill 表.yaml
      """
    let run = try MountSpace.run(script, folder: folder.path)
    #expect(run.errors.contains("这里只能读"), "\(run)")
    #expect(run.errors.contains("表.yaml"), "\(run)")
    #expect(run.status == 73, "\(run)")
    #expect(folder.names.isEmpty)
  }

  @Test(.enabled(if: MountSpace.isAllowed))
  func aReadOnlyFormIsShown() throws {
    let folder = try TemporaryFolder()
    let first = try CommandRun.jixiao(["fill", "表.yaml"], input: "2027\n", folder: folder.path)
    #expect(first.status == 1)
    let script = """
      mount --bind . . && cd "$PWD" && mount -o remount,bind,ro . && cd "$PWD" || exit 90
      $JIXIAO show 表.yaml
      """
    let run = try MountSpace.run(script, folder: folder.path)
    #expect(run.status == 0, "\(run)")
    #expect(run.output.contains("2027"), "\(run)")
  }

  @Test func aVanishedFolderIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "里/占位")
    let command = try RunningCommand.fill("里/表.yaml", in: folder)
    command.send("2027\n")
    #expect(command.pump(seconds: 30) { $0.questions.count == 2 })
    try FileManager.default.removeItem(atPath: folder.path + "/里")
    command.send("社区图书自助借还服务\n")
    #expect(command.pump(seconds: 30) { $0.errorText.contains("里/") })
    command.finishInput()
    #expect(command.exitStatus(within: 30) != 0)
    #expect(command.errorText.contains("不存在"), "\(command.errorText)")
  }

  @Test func aMissingFolderIsSaidAtOnce() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun.jixiao(["fill", "没有/表.yaml"], input: "2027\n", folder: folder.path)
    #expect(run.status == 73, "\(run)")
    #expect(run.errors.contains("不存在"), "\(run)")
  }

  /// A path that is a folder is no form.
  @Test func aFolderIsNoForm() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "表.yaml/占位")
    let run = try CommandRun.jixiao(["fill", "表.yaml"], input: "2027\n", folder: folder.path)
    #expect(run.errors.contains("文件夹"), "\(run)")
    #expect(run.status == 2 || run.status == 73, "\(run)")
  }
}

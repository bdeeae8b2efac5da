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

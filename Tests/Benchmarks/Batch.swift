import FormModel
import TestSupport

/// A folder of forms.
struct Batch {
  let folder: TemporaryFolder
  let forms: Int
  let rows: Int

  init(_ forms: Int, of format: BatchFormat, next: () -> Form) throws {
    folder = try TemporaryFolder()
    rows = try format.write(forms, to: folder.path, next: next)
    self.forms = forms
  }
}

/// What one process took for a batch.
struct BatchRun {
  var seconds: Double
  /// Seconds on all cores, however busy the machine is.
  var processor: Double
  /// In user mode; `nil` where they cannot be counted.
  var instructions: Int?
  /// In MiB.
  var peak: Double
  /// A figure of the run's own: how much it found, say.
  var told: Double?

  enum Failure: Error {
    case run(String)
    case misread(String)
  }

  /// - Parameter statuses: the exit statuses of a run that went well.
  static func of(
    statuses: Set<Int32> = [0], _ command: () throws -> CommandRun
  ) throws -> (run: BatchRun, output: String) {
    let counter = ChildInstructions()
    var ended: CommandRun?
    let time = try milliseconds { ended = try command() }
    guard let ended, let status = ended.status, statuses.contains(status) else {
      throw Failure.run(ended?.errors ?? "")
    }
    let run = BatchRun(
      seconds: time / 1000, processor: ended.processorSeconds, instructions: counter?.count(),
      peak: Double(ended.peakKibibytes) / 1024)
    return (run, ended.output)
  }
}

/// Something that is done with a thousand forms and with ten thousand.
struct BatchTask {
  static let small = 1_000
  static let large = 10_000

  var name: String
  /// Forms a second that two cores are to do.
  var rate: Double
  var few: Batch
  var many: Batch
  /// Does it in a process of its own.
  var run: (Batch) throws -> BatchRun
  /// The name and unit of `BatchRun.told`, for each form.
  var telling: (name: String, unit: String)?

  init(
    _ name: String, rate: Double, few: Batch, many: Batch, telling: (name: String, unit: String)? = nil,
    run: @escaping (Batch) throws -> BatchRun
  ) {
    (self.name, self.rate, self.few, self.many) = (name, rate, few, many)
    (self.telling, self.run) = (telling, run)
  }

  /// Each round goes through all tasks, so that a noisy minute costs every figure a round and none of them all rounds.
  static func figures(of tasks: [BatchTask], rounds: Int = 5) throws -> [Figure] {
    var runs = tasks.map { _ in (few: [BatchRun](), many: [BatchRun]()) }
    for _ in 0..<rounds {
      for (index, task) in tasks.enumerated() {
        runs[index].few.append(try task.run(task.few))
        runs[index].many.append(try task.run(task.many))
      }
    }
    return zip(tasks, runs).flatMap { $0.figures($1.few, $1.many) }
  }

  private func figures(_ few: [BatchRun], _ many: [BatchRun]) -> [Figure] {
    let forms = Double(many.isEmpty ? 1 : self.many.forms)
    let instructions = many.compactMap { $0.instructions.map { Double($0) / 1e3 / forms } }
    let told = many.compactMap { $0.told.map { $0 / forms } }
    return [
      Figure(
        name: name, unit: "forms/s", limit: rate, samples: many.map { forms / $0.seconds }, statistic: .best,
        isFloor: true),
      Figure(
        name: "\(name), processor a form", unit: "µs", limit: 2e6 / rate,
        samples: many.map { $0.processor * 1e6 / forms }, statistic: .best),
    ] + optional("\(name), instructions a form", "thousand", instructions)
      + optional("\(name), \(telling?.name ?? "")", telling?.unit ?? "", told) + [
        Figure(
          name: "\(name), time 10,000 : 1,000", unit: "×", limit: 11,
          samples: zip(few, many).map { $1.seconds / $0.seconds }),
        Figure(
          name: "\(name), memory at 10,000", unit: "MiB", limit: (few.map(\.peak).max() ?? 0) * 1.5 + 16,
          samples: many.map(\.peak), statistic: .max),
      ]
  }

  private func optional(_ name: String, _ unit: String, _ samples: [Double]) -> [Figure] {
    samples.isEmpty ? [] : [Figure(name: name, unit: unit, samples: samples, statistic: .best)]
  }
}

import TestSupport
import Testing

@testable import JixiaoCommands

@Suite("The sum of a file's bytes")
struct ByteDigestTests {
  @Test("is the same in whatever pieces they come", arguments: 0..<100)
  func pieces(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...100, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    #expect(digest(bytes, pieces: &random) == digest(bytes, pieces: &random))
  }

  @Test("is another one for any byte that is changed, lost or added", arguments: 0..<100)
  func changes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      UInt8.random(in: 0...3, using: &random)
    }
    let whole = digest(bytes, pieces: &random)
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      #expect(digest(changed, pieces: &random) != whole)
    }
    #expect(digest(bytes + [0], pieces: &random) != whole)
    #expect(digest(bytes.dropLast(), pieces: &random) != whole)
  }

  private func digest(_ bytes: [UInt8], pieces random: inout SplitMix64) -> ByteDigest {
    var digest = ByteDigest()
    var start = 0
    while start < bytes.count {
      let end = Int.random(in: start...min(bytes.count, start + 20), using: &random)
      digest.add(Array(bytes[start..<end]))
      start = end
    }
    return digest
  }
}

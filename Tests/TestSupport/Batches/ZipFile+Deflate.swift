import Glibc

extension ZipFile.Entry {
  /// The same part deflated, as programs write it; stored where the machine has no zlib.
  public var deflated: ZipFile.Entry {
    guard method == 0, let zlib = Self.zlib else { return self }
    var room = UInt(packed.count + packed.count / 100 + 64)
    var out = [UInt8](repeating: 0, count: Int(room))
    guard zlib(&out, &room, packed, UInt(packed.count)) == 0 else { return self }
    var entry = self
    // Two bytes of head and four of check sum make zlib's stream of the bare one.
    entry.packed = Array(out[2..<Int(room) - 4])
    entry.packedSize = UInt32(entry.packed.count)
    entry.method = 8
    return entry
  }

  private typealias Compress =
    @convention(c) (
      UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<UInt>, UnsafePointer<UInt8>, UInt
    ) -> Int32

  /// `compress` of the library that libxml2 and libzip bring along.
  private static let zlib: Compress? = {
    guard let library = dlopen("libz.so.1", RTLD_NOW), let function = dlsym(library, "compress") else {
      return nil
    }
    return unsafeBitCast(function, to: Compress.self)
  }()
}

extension MeasureUnit {
  /// The units that are known by name, each by every name, in no order; without those in thousands and the like.
  public static var listed: [MeasureUnit] { MeasureUnitTable.listed }

  /// 万, 亿 and the like, which stand before listed units: `万条`; longer ones first.
  public static var scales: [(name: String, factor: Decimal)] { MeasureUnitTable.scaleNames }
}

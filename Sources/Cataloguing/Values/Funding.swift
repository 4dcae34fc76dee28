/// The amounts of a funding decision, and which of them does not agree with the others.
struct Funding {
  /// By the ids that the template gives them.
  enum Part: String {
    case grant, total
    case ownShare = "own_share"
    case ownPercentage = "own_percentage"
  }

  struct Fault: Equatable {
    /// The figure that is at fault, as far as the others tell.
    let part: Part
    /// What it would be by the others, as it is written.
    let expected: String?
  }

  /// In cents.
  private let grant: Int?
  private let total: Int?
  private let ownShare: Int?
  private let percentage: Figure?

  init(_ record: Record) {
    func cents(_ part: Part) -> Int? {
      guard case .amount(let figure)? = record[part.rawValue] else { return nil }
      return Funding.cents(figure)
    }
    var percentage: Figure?
    if case .percentage(let figure)? = record[Part.ownPercentage.rawValue] { percentage = figure }
    self.init(grant: cents(.grant), total: cents(.total), ownShare: cents(.ownShare), percentage: percentage)
  }

  init(grant: Int?, total: Int?, ownShare: Int?, percentage: Figure?) {
    self.grant = grant
    self.total = total
    self.ownShare = ownShare
    self.percentage = percentage
  }

  private static func cents(_ figure: Figure) -> Int {
    var digits = figure.digits
    for _ in figure.decimals..<2 { digits *= 10 }
    return digits
  }

  /// At most one fault: a figure that is wrong makes both the sum and the share disagree.
  var fault: Fault? {
    if let grant, let ownShare, let total {
      if !Funding.adds(grant, ownShare, to: total) { return misfit(grant, ownShare, total) }
      return shareFault(ownShare, of: total)
    }
    if let grant, let total {
      if grant > total { return Fault(part: .total, expected: nil) }
      return shareFault(total - grant, of: total)
    }
    if let grant, let ownShare { return shareFault(ownShare, of: grant + ownShare) }
    if let ownShare, let total {
      if ownShare > total { return Fault(part: .ownShare, expected: nil) }
      return shareFault(ownShare, of: total)
    }
    return nil
  }

  /// Which of three amounts that do not add up is at fault: the one that the percentage speaks against.
  private func misfit(_ grant: Int, _ ownShare: Int, _ total: Int) -> Fault {
    if percentage != nil {
      if total > grant, isShare(total - grant, of: total) {
        return Fault(part: .ownShare, expected: Funding.text(total - grant))
      }
      if isShare(ownShare, of: grant + ownShare) {
        return Fault(part: .total, expected: Funding.text(grant + ownShare))
      }
      if total > ownShare, isShare(ownShare, of: total) {
        return Fault(part: .grant, expected: Funding.text(total - ownShare))
      }
    }
    return Fault(part: .total, expected: percentage == nil ? Funding.text(grant + ownShare) : nil)
  }

  private func shareFault(_ share: Int, of total: Int) -> Fault? {
    guard let percentage, total > 0, !isShare(share, of: total) else { return nil }
    let exact = Double(share) / Double(total) * 100
    var scale = 1.0
    for _ in 0..<percentage.decimals { scale *= 10 }
    let rounded = Figure(digits: Int((exact * scale).rounded()), decimals: percentage.decimals)
    return Fault(part: .ownPercentage, expected: rounded.text(decimalMark: ",", groupMark: " ") + " %")
  }

  /// Whether a share is the stated percentage, as far as that was rounded: 17 000 is 30 % of 57 000.
  private func isShare(_ share: Int, of total: Int) -> Bool {
    guard let percentage, total > 0 else { return true }
    let exact = Double(share) / Double(total) * 100
    // Amounts were rounded too, to whole euros at most.
    let slack = 100.0 / Double(total) * 100
    return abs(exact - percentage.value) <= percentage.roundingError + slack + 1e-9
  }

  /// Whether two parts make up a total, as far as that was rounded.
  ///
  /// A total in fewer digits than its parts was rounded when they round to it and when what was lost is
  /// little: 39 617 + 16 979 is 57 000, but 680 000 + 170 000 is not 900 000.
  private static func adds(_ a: Int, _ b: Int, to total: Int) -> Bool {
    let difference = abs(a + b - total)
    if difference <= 150 { return true }
    let unit = unit(of: total)
    return unit > max(Funding.unit(of: a), Funding.unit(of: b)) && difference * 2 < unit && unit * 50 <= total
  }

  /// The last digit that is no zero: 100 000 cents of 57 000 euros.
  private static func unit(of cents: Int) -> Int {
    var unit = 1
    while cents != 0, cents % (unit * 10) == 0 { unit *= 10 }
    return unit
  }

  private static func text(_ cents: Int) -> String {
    let figure = cents % 100 == 0 ? Figure(digits: cents / 100) : Figure(digits: cents, decimals: 2)
    return figure.text(decimalMark: ",", groupMark: " ") + " €"
  }
}

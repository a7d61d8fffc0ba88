/**
 * What inference on an AUROC needs (statistics.md section 3). V10 of a positive is the share of negatives below it, V01
 * of a negative the share of positives above it, ties half. P_s sums V10 - A over a subject's positives, Q_s sums
 * V01 - A over its negatives; m_s and n_s count them.
 */
export interface PlacementSums {
  /** m and n */
  positives: number
  negatives: number
  /** I10, I01, I: subjects with positives, with negatives, with any */
  positiveSubjects: number
  negativeSubjects: number
  subjects: number
  /** A by mid-ranks */
  auroc: number
  /** sums over subjects: P_s^2, Q_s^2, P_s Q_s */
  p2: number
  q2: number
  pq: number
  /** sums over rows: (V10 - A)^2 over positives, (V01 - A)^2 over negatives */
  v10Squares: number
  v01Squares: number
  /** sums over subjects: m_s^2, m_s^3, m_s^4, n_s^2, n_s^3, n_s^4, m_s n_s */
  m2: number
  m3: number
  m4: number
  n2: number
  n3: number
  n4: number
  mn: number
}

/** The bilinear form between two slices: sums over subjects of products of their P_s and Q_s. */
export interface PlacementCrossSums {
  positiveSubjects: number
  negativeSubjects: number
  subjects: number
  /** sum P1 P2, Q1 Q2, P1 Q2, Q1 P2 */
  pp: number
  qq: number
  pq: number
  qp: number
}

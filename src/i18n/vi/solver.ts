/** Vietnamese sentences: why nobody could take a seat. Each stands before a count and names. */

export const solverVi = {
  'shortage.stands': 'đang ở chính ca này',
  'shortage.free': 'không vướng quy tắc bắt buộc nào, có thể xếp thêm',
  'shortage.rule.qualified': 'chưa có kỹ năng của vị trí',
  'shortage.rule.available': 'nghỉ phép',
  'shortage.rule.no-overlap': 'đang trực ca khác cùng giờ',
  'shortage.rule.minimum-rest': 'vướng giờ nghỉ giữa hai ca',
  'shortage.rule.most-shifts': 'đã đủ số ca được giao',
  'shortage.rule.most-hours': 'đã đủ số giờ được giao',
  'shortage.rule.most-nights': 'đã đủ số đêm được giao',
  'shortage.rule.most-consecutive-days': 'đã trực đủ số ngày liền',
  'shortage.rule.least-consecutive-days': 'sẽ trực quá ít ngày liền',
  'shortage.rule.least-days-off': 'sẽ nghỉ quá ít ngày giữa hai đợt',
  'shortage.rule.forbidden-succession': 'ca này không được nối với ca đang có',
  'shortage.rule.newcomer-accompanied': 'người mới, chưa có người cũ đi cùng',
  'shortage.rule.apart': 'không xếp chung với người trong ca',
  'shortage.rule.together': 'phải đi cùng người khác',
} as const;

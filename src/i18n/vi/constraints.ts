/**
 * Vietnamese sentences: constraints. `name` heads a rule, `sentence` says what it asks with its figures in braces,
 * `violation` says what is wrong, without the people and shifts that stand beside it, `unit` says what one costs.
 * `about` explains the rule beside its form; `shortage`, where there is one, says why it keeps someone off a seat.
 */

export const constraintsVi = {
  'constraint.most-hours.name': 'Số giờ nhiều nhất',
  'constraint.most-hours.sentence.period': 'Mỗi người trực không quá {most} giờ trong cả kỳ.',
  'constraint.most-hours.sentence.rolling':
    'Mỗi người trực không quá {most} giờ trong {windowDays} ngày liền bất kỳ.',
  'constraint.most-hours.sentence.personal': 'Không ai trực quá số giờ đã thoả thuận riêng với người đó.',
  'constraint.most-hours.violation': 'Trực {count} giờ, nhiều nhất {most}',
  'constraint.most-hours.unit': 'mỗi phút vượt',
  'constraint.most-hours.about':
    'Bộ luật Lao động 2019, Điều 105 và 107: giờ thường và giờ thêm không quá 12 giờ một ngày, 48 giờ một tuần. Ca tính trọn vào ngày bắt đầu.',
  'constraint.most-hours.shortage': 'đã đủ số giờ được giao',

  'constraint.most-shifts.name': 'Số ca nhiều nhất',
  'constraint.most-shifts.sentence.period': 'Mỗi người trực không quá {most} ca trong cả kỳ.',
  'constraint.most-shifts.sentence.rolling':
    'Mỗi người trực không quá {most} ca trong {windowDays} ngày liền bất kỳ.',
  'constraint.most-shifts.sentence.personal': 'Không ai trực quá số ca đã thoả thuận riêng với người đó.',
  'constraint.most-shifts.violation': 'Trực {count} ca, nhiều nhất {most}',
  'constraint.most-shifts.unit': 'mỗi ca vượt',
  'constraint.most-shifts.about': 'Giới hạn riêng của từng người ghi trong danh sách nhân sự luôn được tính.',
  'constraint.most-shifts.shortage': 'đã đủ số ca được giao',

  'constraint.most-nights.name': 'Số ca đêm nhiều nhất',
  'constraint.most-nights.sentence.period': 'Mỗi người trực không quá {most} ca đêm trong cả kỳ.',
  'constraint.most-nights.sentence.rolling':
    'Mỗi người trực không quá {most} ca đêm trong {windowDays} ngày liền bất kỳ.',
  'constraint.most-nights.sentence.personal': 'Không ai trực quá số ca đêm đã thoả thuận riêng với người đó.',
  'constraint.most-nights.violation': 'Trực {count} ca đêm, nhiều nhất {most}',
  'constraint.most-nights.unit': 'mỗi ca đêm vượt',
  'constraint.most-nights.about':
    'Ca đêm: có từ 3 giờ trong 22:00–06:00 (Điều 106), kể cả ca 24 giờ; ca ngắn hơn thì từ một nửa.',
  'constraint.most-nights.shortage': 'đã đủ số đêm được giao',

  'constraint.most-weekends.name': 'Số cuối tuần nhiều nhất',
  'constraint.most-weekends.sentence.period':
    'Mỗi người trực không quá {mostWeekends} cuối tuần trong cả kỳ.',
  'constraint.most-weekends.sentence.rolling':
    'Mỗi người trực không quá {mostWeekends} cuối tuần trong {windowWeeks} tuần liền bất kỳ.',
  'constraint.most-weekends.violation': 'Trực {count} cuối tuần, nhiều nhất {most}',
  'constraint.most-weekends.unit': 'mỗi cuối tuần vượt',
  'constraint.most-weekends.about':
    'Thứ Bảy và Chủ nhật của một tuần là một cuối tuần; ca tính vào ngày bắt đầu.',
  'constraint.most-weekends.shortage': 'đã đủ số cuối tuần được giao',

  'constraint.least-shifts.name': 'Số ca ít nhất',
  'constraint.least-shifts.sentence': 'Mỗi người trực ít nhất {leastShifts} ca trong cả kỳ.',
  'constraint.least-shifts.violation': 'Mới trực {count} ca, ít nhất {least}',
  'constraint.least-shifts.unit': 'mỗi ca thiếu',
  'constraint.least-shifts.about':
    'Không tính người không đứng được ca nào. Đặt cùng “Số ca nhiều nhất” thì ai cũng trực đúng số ca ấy.',

  'constraint.group-quota.name': 'Định mức theo phòng, nhóm',
  'constraint.group-quota.sentence':
    'Mỗi phòng, hoặc những người chọn ở “với ai”, cộng lại trực từ {groupLeast} đến {groupMost} lượt trong {per}.',
  'constraint.group-quota.violation': '{department}: {count} lượt, định mức {least}–{most}',
  'constraint.group-quota.violation.people': 'Nhóm này {count} lượt, định mức {least}–{most}',
  'constraint.group-quota.unit': 'mỗi lượt ngoài định mức',
  'constraint.group-quota.about':
    'Như không quá một người của một phòng trong một ca, hay mỗi tuần phòng Hạ tầng góp mười lượt. Người không ghi phòng không tính vào phòng nào.',
  'constraint.group-quota.shortage': 'phòng hoặc nhóm đã đủ định mức',

  'constraint.turn-order.name': 'Xoay vòng theo danh sách',
  'constraint.turn-order.sentence.next':
    'Trực lần lượt theo danh sách, nối tiếp kỳ trước; người vắng đến lượt thì trực ngay khi có mặt.',
  'constraint.turn-order.sentence.skipped':
    'Trực lần lượt theo danh sách, nối tiếp kỳ trước; người vắng thì bỏ lượt, chờ vòng sau.',
  'constraint.turn-order.violation': 'Không đúng lượt',
  'constraint.turn-order.unit': 'mỗi ca không đúng lượt',
  'constraint.turn-order.about':
    'Danh sách ghi theo thứ tự trực. Người nghỉ phép, đang trực nơi khác, chưa có kỹ năng của vị trí hay không được xếp ca ấy (hạn mức 0) được tính là vắng. Ai đã lỡ lượt ở kỳ trước thì đứng trước ở kỳ này.',
  'constraint.turn-order.shortage': 'chưa đến lượt',

  'constraint.same-shift-all-week.name': 'Cả tuần một loại ca',
  'constraint.same-shift-all-week.sentence': 'Trong một tuần, mỗi người chỉ trực một loại ca.',
  'constraint.same-shift-all-week.violation': 'Hai loại ca trong một tuần',
  'constraint.same-shift-all-week.unit': 'mỗi cặp ca khác loại',
  'constraint.same-shift-all-week.about':
    'Tuần tính từ Thứ Hai đến Chủ nhật; ca cùng giờ là một loại, dù ở vị trí nào.',
  'constraint.same-shift-all-week.shortage': 'trong tuần đã trực loại ca khác',

  'constraint.most-consecutive-days.name': 'Số ngày trực liền nhiều nhất',
  'constraint.most-consecutive-days.sentence': 'Không ai trực quá {mostDays} ngày liền.',
  'constraint.most-consecutive-days.violation': 'Trực {days} ngày liền, nhiều nhất {most}',
  'constraint.most-consecutive-days.unit': 'mỗi ngày vượt',
  'constraint.most-consecutive-days.about':
    'Bộ luật Lao động 2019, Điều 111: mỗi tuần nghỉ ít nhất 24 giờ liên tục, nên không quá 6 ngày liền.',
  'constraint.most-consecutive-days.shortage': 'đã trực đủ số ngày liền',

  'constraint.least-consecutive-days.name': 'Số ngày trực liền ít nhất',
  'constraint.least-consecutive-days.sentence': 'Ai đã vào trực thì trực ít nhất {leastDays} ngày liền.',
  'constraint.least-consecutive-days.violation': 'Chỉ trực {days} ngày liền, ít nhất {least}',
  'constraint.least-consecutive-days.unit': 'mỗi ngày thiếu',
  'constraint.least-consecutive-days.about': 'Để khỏi đi lại cho một ca lẻ; cho người ở xa.',
  'constraint.least-consecutive-days.shortage': 'sẽ trực quá ít ngày liền',

  'constraint.least-days-off.name': 'Số ngày nghỉ liền ít nhất',
  'constraint.least-days-off.sentence': 'Giữa hai đợt trực nghỉ ít nhất {leastDays} ngày liền.',
  'constraint.least-days-off.violation': 'Chỉ nghỉ {days} ngày liền, ít nhất {least}',
  'constraint.least-days-off.unit': 'mỗi ngày nghỉ thiếu',
  'constraint.least-days-off.about': 'Để đợt nghỉ đủ dài mà về quê.',
  'constraint.least-days-off.shortage': 'sẽ nghỉ quá ít ngày giữa hai đợt',

  'constraint.newcomer-accompanied.name': 'Người mới có người kèm',
  'constraint.newcomer-accompanied.sentence': 'Người mới không trực ca nào thiếu người đã quen việc.',
  'constraint.newcomer-accompanied.violation': 'Người mới chưa có người kèm',
  'constraint.newcomer-accompanied.unit': 'mỗi người mới',
  'constraint.newcomer-accompanied.about': 'Người mới được đánh dấu trong danh sách nhân sự.',
  'constraint.newcomer-accompanied.shortage': 'người mới, chưa có người cũ đi cùng',

  'constraint.load-balance.name': 'Chia đều gánh nặng',
  'constraint.load-balance.sentence':
    'Điểm trực chia đều theo thời gian làm việc của mỗi người, bù {carryPercent} % phần chênh của {years} năm qua.',
  'constraint.load-balance.violation':
    '{points} điểm gánh nặng kỳ này, chênh {carried} từ các năm trước, mức chung {fair}',
  'constraint.load-balance.unit': 'bình phương số điểm chênh, nhân 10',
  'constraint.load-balance.about':
    'Gánh nặng tính bằng điểm ở cuối trang, cộng với sổ công bằng các năm trước; ai nghỉ phép nhiều thì phần nhỏ hơn.',

  'constraint.even-kinds.name': 'Đều từng loại ca',
  'constraint.even-kinds.sentence':
    'Đêm, cuối tuần, ngày lễ, từng loại ca và số giờ chia đều riêng từng loại, nặng {percent} % (0: chỉ đều tổng công, 100: đều từng loại trước), bù chênh lệch của {years} năm qua.',
  'constraint.even-kinds.violation': '{label}: {count} ca, chia đều là {least}–{most}',
  'constraint.even-kinds.violation.hours': '{count} giờ trực, chia đều là {least}–{most}',
  'constraint.even-kinds.violation.nights': '{count} đêm, chia đều là {least}–{most}',
  'constraint.even-kinds.violation.weekends': '{count} ca cuối tuần, chia đều là {least}–{most}',
  'constraint.even-kinds.violation.holidays': '{count} ca ngày lễ, chia đều là {least}–{most}',
  'constraint.even-kinds.unit': 'mỗi phần trăm của một ca lệch phần',
  'constraint.even-kinds.about':
    'Phần của mỗi người tính theo ai đứng được ca nào: người thiếu kỹ năng, đang nghỉ phép hay có giới hạn riêng không làm lệch phần người khác.',

  'constraint.even-turns.name': 'Đều theo lượt',
  'constraint.even-turns.sentence':
    'Các ca của mỗi người đến đều như xoay vòng: khoảng cách, số ca từng tháng và từng đợt theo lượt chia đều.',
  'constraint.even-turns.violation': '{count} ca trong {days} ngày, theo lượt là {least}–{most}',
  'constraint.even-turns.violation.distance': 'Hai ca cách nhau {count} ngày, theo lượt là {least}–{most}',
  'constraint.even-turns.unit': 'mỗi nửa ngày lệch lượt, mỗi phần mười hai ca lệch',
  'constraint.even-turns.about':
    'Lượt tự tính theo số người, độ dài kỳ, nghỉ phép và tỷ lệ làm việc, không cần nhập số giờ nào.',

  'constraint.named-day-fairness.name': 'Luân phiên ngày lễ',
  'constraint.named-day-fairness.sentence':
    'Ngày lễ được luân phiên: ai đã trực đúng ngày ấy trong {years} năm qua thì nhường người chưa trực.',
  'constraint.named-day-fairness.violation': 'Đã trực đúng ngày lễ này {times} lần trong {years} năm qua',
  'constraint.named-day-fairness.unit': 'mỗi lần đã trực',
  'constraint.named-day-fairness.about':
    'Lấy từ sổ công bằng: ai đã trực Giao thừa thì năm nay nhường người chưa trực.',
  'constraint.named-day-fairness.shortage': 'đã trực ngày lễ này những năm qua',

  'constraint.home-days.name': 'Về quê ăn Tết',
  'constraint.home-days.sentence':
    'Người ở xa được nghỉ những ngày Tết đã chọn; ai đã ở lại trực trong {years} năm qua thì càng được nhường.',
  'constraint.home-days.violation': 'Trực ngày nên được về quê, đã ở lại {times} lần trong {years} năm qua',
  'constraint.home-days.unit': 'mỗi ca, thêm mỗi lần đã ở lại',
  'constraint.home-days.about':
    'Chọn quê của người ở xa ở “với ai”; không chọn thì tính mọi người có ghi quê khác địa danh của đơn vị. Không nghỉ hết được thì thay nhau qua các năm, theo sổ công bằng.',
  'constraint.home-days.shortage': 'được nghỉ về quê',

  'constraint.wishes.name': 'Nguyện vọng',
  'constraint.wishes.sentence': 'Ca trực theo nguyện vọng của mỗi người, nặng nhẹ theo mức đã ghi.',
  'constraint.wishes.violation': 'Chưa theo nguyện vọng (mức {weight})',
  'constraint.wishes.unit': 'mỗi mức của nguyện vọng',
  'constraint.wishes.about': 'Nguyện vọng mỗi người ghi trước hạn, mức 1 đến 10.',
  'constraint.wishes.shortage': 'đã xin không trực ca này',

  'constraint.spacing.name': 'Giãn cách các ca',
  'constraint.spacing.sentence': 'Hai ca của một người nên bắt đầu cách nhau ít nhất {hours} giờ.',
  'constraint.spacing.violation': 'Hai ca bắt đầu cách nhau {apart} giờ, nên cách {hours}',
  'constraint.spacing.unit': 'mỗi giờ quá gần',
  'constraint.spacing.about': 'Các ca của một người được trải ra, không dồn vào vài ngày.',
  'constraint.spacing.shortage': 'quá gần một ca khác của mình',

  'constraint.together.name': 'Trực cùng nhau',
  'constraint.together.sentence.all-off':
    'Những người này luôn trực {bond}; khi một người nghỉ phép, {onLeave}.',
  'constraint.together.sentence.replaced':
    'Những người này luôn trực {bond}; khi một người nghỉ phép, {onLeave}.',
  'constraint.together.violation': 'Trực mà không đủ người của kíp',
  'constraint.together.unit': 'mỗi cặp bị tách, mỗi ca',
  'constraint.together.about':
    'Như hai người đi chung xe, hoặc một kíp (tua) đi trực với nhau, cả khi lãnh đạo, kỹ thuật và lái xe của kíp mỗi người một vị trí. Chọn từ hai người; lưu lại để có thêm ô chọn.',
  'constraint.together.shortage': 'phải đi cùng người khác',

  'constraint.apart.name': 'Không trực cùng nhau',
  'constraint.apart.sentence.shift': 'Những người này không trực chung một ca với nhau.',
  'constraint.apart.sentence.time': 'Những người này không trực cùng lúc với nhau, dù ở hai vị trí.',
  'constraint.apart.sentence.day': 'Những người này không có ca bắt đầu trong cùng một ngày với nhau.',
  'constraint.apart.violation': 'Hai người này không xếp gần nhau như thế',
  'constraint.apart.unit': 'mỗi cặp ca',
  'constraint.apart.about':
    'Như vợ chồng có con nhỏ, hoặc vài người chỉ được vắng một. Chọn từ hai người; lưu lại để có thêm ô chọn.',
  'constraint.apart.shortage': 'không xếp chung với người trong ca',

  'constraint.after-whom.name': 'Ai trực sau ai',
  'constraint.after-whom.sentence.always':
    'Trong hai người này, người thứ hai {takeOver} nhận ca kế tiếp của người thứ nhất ở cùng vị trí.',
  'constraint.after-whom.sentence.never':
    'Trong hai người này, người thứ hai {takeOver} nhận ca kế tiếp của người thứ nhất ở cùng vị trí.',
  'constraint.after-whom.violation': 'Ca kế tiếp không đúng người nhận',
  'constraint.after-whom.unit': 'mỗi lần giao ca',
  'constraint.after-whom.about':
    'Chọn đúng hai người, theo thứ tự. Ca đầu kỳ nối với ca cuối của kỳ trước đã công bố, ca cuối kỳ với kỳ sau.',
  'constraint.after-whom.shortage': 'không được nhận ca của người trước',

  'constraint.leader-continuity.name': 'Một người trực liền mạch',
  'constraint.leader-continuity.sentence':
    'Mỗi đợt {blockDays} ngày do cùng một người trực, không đổi giữa chừng; đợt tròn tuần đổi người vào {changeDay}.',
  'constraint.leader-continuity.violation': 'Đổi người giữa chừng',
  'constraint.leader-continuity.unit': 'mỗi lần đổi',
  'constraint.leader-continuity.about':
    '1 ngày: cả ngày một người, như lãnh đạo trực cả ngày. Đợt không tròn tuần tính từ ngày đầu của kỳ.',
  'constraint.leader-continuity.shortage': 'sẽ phải đổi người giữa đợt',
} as const;

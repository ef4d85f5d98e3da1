/** Vietnamese sentences: constraints on who may stand a shift, how many stand it, and the time between two. */

export const constraintsCoverVi = {
  'constraint.cover-minimum.name': 'Đủ người tối thiểu',
  'constraint.cover-minimum.sentence': 'Ca nào cũng đủ số người tối thiểu của vị trí.',
  'constraint.cover-minimum.violation': 'Thiếu {missing} người: có {standing}, tối thiểu {minimum}',
  'constraint.cover-minimum.unit': 'mỗi người thiếu',
  'constraint.cover-minimum.about': 'Ghế trống được đếm riêng và lấp trước mọi điều khác.',

  'constraint.cover-target.name': 'Đủ người như mong muốn',
  'constraint.cover-target.sentence': 'Ca cần nhiều hơn mức tối thiểu thì xếp đủ số người mong muốn.',
  'constraint.cover-target.violation': 'Chưa đủ như mong muốn: có {standing} người, muốn {target}',
  'constraint.cover-target.unit': 'mỗi người thiếu',
  'constraint.cover-target.about': 'Chỉ có tác dụng ở ca ghi “nên có” nhiều hơn tối thiểu.',

  'constraint.cover-most.name': 'Không thừa người',
  'constraint.cover-most.sentence': 'Không ca nào xếp nhiều người hơn số mong muốn.',
  'constraint.cover-most.violation': 'Thừa {extra} người: có {standing}, chỉ cần {most}',
  'constraint.cover-most.unit': 'mỗi người thừa',
  'constraint.cover-most.about': 'Tắt đi thì máy có thể xếp thừa người vào một ca.',

  'constraint.qualified.name': 'Đúng chuyên môn',
  'constraint.qualified.sentence': 'Người trực có đủ mọi kỹ năng mà vị trí cần.',
  'constraint.qualified.violation': 'Chưa có kỹ năng: {skills}',
  'constraint.qualified.unit': 'mỗi lượt trực',
  'constraint.qualified.about': 'Kỹ năng ghi ở trang Vị trí và trong danh sách nhân sự.',
  'constraint.qualified.shortage': 'chưa có kỹ năng của vị trí',

  'constraint.available.name': 'Không trực khi nghỉ phép',
  'constraint.available.sentence': 'Không xếp ca trùng với thời gian nghỉ phép, dù chỉ một phút.',
  'constraint.available.violation': 'Đang nghỉ phép',
  'constraint.discreet.violation': 'Không trực được ca này',
  'constraint.available.unit': 'mỗi lượt trực',
  'constraint.available.about': 'Nghỉ phép đã duyệt; nguyện vọng tính ở mục dưới.',
  'constraint.available.shortage': 'nghỉ phép',

  'constraint.no-overlap.name': 'Không trực hai nơi cùng lúc',
  'constraint.no-overlap.sentence': 'Không ai trực hai ca có giờ chồng lên nhau.',
  'constraint.no-overlap.violation': 'Hai ca chồng nhau {hours} giờ',
  'constraint.no-overlap.unit': 'mỗi giờ chồng nhau',
  'constraint.no-overlap.about': 'Kể cả một ca tại chỗ và một ca dự phòng.',
  'constraint.no-overlap.shortage': 'đang trực ca khác cùng giờ',

  'constraint.minimum-rest.name': 'Nghỉ giữa hai ca',
  'constraint.minimum-rest.sentence':
    'Giữa hai ca nghỉ ít nhất {restHours} giờ; trước hoặc sau ca dự phòng nghỉ ít nhất {standbyRestHours} giờ.',
  'constraint.minimum-rest.sentence.as-long-as-duty':
    'Giữa hai ca nghỉ ít nhất {restHours} giờ và không ngắn hơn ca vừa trực; trước hoặc sau ca dự phòng nghỉ ít nhất {standbyRestHours} giờ.',
  'constraint.minimum-rest.violation': 'Chỉ nghỉ {rest} giờ, cần {asked}',
  'constraint.minimum-rest.unit': 'mỗi giờ nghỉ thiếu',
  'constraint.minimum-rest.about':
    'Bộ luật Lao động 2019, Điều 110: nghỉ ít nhất 12 giờ trước khi chuyển sang ca khác. Nghỉ bằng ca vừa trực là nghỉ bù của trực 24/24.',
  'constraint.minimum-rest.shortage': 'vướng giờ nghỉ giữa hai ca',

  'constraint.forbidden-succession.name': 'Ca không được nối tiếp',
  'constraint.forbidden-succession.sentence': 'Sau {from}, {daysLater} ngày sau không trực {to}.',
  'constraint.forbidden-succession.violation': 'Hai ca không được nối tiếp nhau, cách {daysLater} ngày',
  'constraint.forbidden-succession.unit': 'mỗi cặp ca',
  'constraint.forbidden-succession.about':
    'Ví dụ: hết ca đêm thì hôm sau không vào ca ngày. Mỗi cặp ca là một quy tắc.',
  'constraint.forbidden-succession.shortage': 'ca này không được nối với ca đang có',

  'constraint.lieu-days.name': 'Ngày nghỉ bù',
  'constraint.lieu-days.sentence':
    'Ca tại chỗ từ {leastHours} giờ được nghỉ bù hôm sau; ca vào thứ Sáu, thứ Bảy nghỉ bù {afterWeekend}; ca trong kỳ nghỉ lễ nghỉ bù {holidayDays} ngày làm việc sau kỳ nghỉ, nhiều ca thì {holidayCount}. Không xếp trực vào ngày nghỉ bù.',
  'constraint.lieu-days.violation': 'Trực vào ngày nghỉ bù',
  'constraint.lieu-days.unit': 'mỗi ca vào ngày nghỉ bù',
  'constraint.lieu-days.about':
    'Ngày nghỉ bù hiện trên bảng theo người, trang riêng và lịch riêng. Cộng dồn: ai trực ba ca Tết thì nghỉ bù ba lần số ngày làm việc ấy; ca dài gấp đôi số giờ trên tính hai lần.',
  'constraint.lieu-days.shortage': 'đang nghỉ bù',
} as const;

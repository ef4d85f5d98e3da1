/** Vietnamese sentences: why this person stands a seat. */

export const seatWhyVi = {
  'why.title': 'Vì sao người này',
  'why.of': '{holder} · {when} · {post}',
  'why.none': 'Ghế này đang trống, hoặc không còn trong bảng trực.',
  'why.only': 'Không ai khác có đủ kỹ năng đứng vị trí này.',
  'why.others': 'Nếu là người khác',
  'why.more': 'Còn {count} người nữa có kỹ năng, kém hơn những người trên.',
  'why.note':
    'Mỗi dòng là kết quả chấm lại cả bảng trực khi người đó đứng ghế này thay {holder}; mọi ca khác giữ nguyên.',
  'why.back': 'Về bảng trực',
  'why.open': 'Vì sao người này?',
  'why.standing.blocked': 'Không được',
  'why.standing.costs': 'Kém hơn',
  'why.standing.same': 'Như nhau',
  'why.standing.better': 'Tốt hơn',
  'why.blocked': 'Trái quy tắc bắt buộc.',
  'why.mends': 'Đổi sang người này thì bớt lỗi bắt buộc hoặc bớt ghế trống.',
  'why.same': 'Được, không hơn không kém.',
  'why.better': 'Đổi sang người này thì bảng trực đều hơn ({points} điểm).',
  'why.uneven': 'Cả tổ được chia kém đều hơn.',
  'why.points': 'Bảng trực xấu đi {points} điểm.',
  'why.count.nights': 'Đã đứng {other} đêm khác; {name} đứng {holder}, kể cả ca này.',
  'why.count.weekends': 'Đã đứng {other} ca cuối tuần khác; {name} đứng {holder}, kể cả ca này.',
  'why.count.holidays': 'Đã đứng {other} ca ngày lễ khác; {name} đứng {holder}, kể cả ca này.',
  'why.count.shift': 'Đã đứng {other} ca {label} khác; {name} đứng {holder}, kể cả ca này.',
} as const;

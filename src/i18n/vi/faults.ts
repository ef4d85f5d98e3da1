/** Vietnamese sentences: what is wrong in files handed over, and what to try. Calendar faults stand with the calendar. */

export const faultsVi = {
  'fault.more': 'Còn {count} lỗi nữa chưa liệt kê. Có thể sửa các lỗi trên rồi nạp lại.',
  'fault.file.absent': 'Thiếu tệp này. Có thể thêm tệp vào thư mục hồ sơ.',
  'fault.file.absent-near': 'Thiếu tệp này. Có thể tệp “{suggestion}” chính là nó: hãy đổi tên.',
  'fault.file.empty': 'Tệp trống. Có thể đã lưu nhầm tệp, hoặc chưa ghi dòng nào.',
  'fault.file.too-large': 'Tệp lớn hơn {most} MB nên không phải danh sách trực. Có thể đã chọn nhầm tệp.',
  'fault.file.slow':
    'Tệp này quá phức tạp: đọc mãi chưa xong nên đã dừng, chưa ghi gì. Có thể chép riêng bảng danh sách sang sổ mới, hoặc lưu thành CSV.',
  'fault.file.memory':
    'Tệp này quá lớn khi mở ra nên đã dừng, chưa ghi gì. Có thể chép riêng bảng danh sách sang sổ mới, hoặc lưu thành CSV.',
  'fault.file.workbook': 'Đây là tệp Excel hoặc Word. Có thể mở tệp, chọn Lưu thành “CSV UTF-8” rồi nạp lại.',
  'fault.csv.quote-open':
    'Dấu nháy kép mở ở dòng này không có dấu đóng. Có thể thêm dấu nháy đóng, hoặc xóa dấu mở.',
  'fault.csv.too-many-rows': 'Nhiều hơn {most} dòng. Có thể tách tệp hoặc xóa các dòng thừa.',
  'fault.csv.too-much-text':
    'Bảng có hơn {most} chữ. Có thể bỏ những cột ghi chú dài, hoặc chia bảng làm nhiều lần.',
  'fault.csv.too-many-columns':
    'Dòng có {columns} cột, nhiều nhất {most}. Có thể tệp dùng dấu ngăn cách khác.',
  'fault.csv.cell-too-long': 'Ô dài hơn {most} ký tự. Có thể thiếu dấu nháy đóng ở gần đây.',
  'fault.csv.control-mark':
    'Có ký tự điều khiển hoặc đảo chiều chữ không nhìn thấy ({code}). Có thể gõ lại ô này, hoặc lưu lại tệp dạng CSV UTF-8.',
  'fault.csv.heading-missing':
    'Không thấy cột {wanted}. Các cột đọc được: {value}. Có thể sửa lại dòng tiêu đề.',
  'fault.csv.heading-twice': 'Cột “{heading}” có hai lần. Có thể xóa hoặc đổi tên một cột.',
  'fault.csv.heading-unknown': 'Không hiểu cột “{value}” nên bỏ qua cột này.',
  'fault.csv.heading-unknown-near': 'Không hiểu cột “{value}” nên bỏ qua. Có thể là “{suggestion}”.',
  'fault.csv.row-too-wide':
    'Dòng có {cells} ô nhưng tiêu đề chỉ có {columns} cột; thừa “{value}”. Có thể một ô có dấu phẩy mà chưa đặt trong nháy kép.',
  'fault.cell.empty': 'Ô này phải có giá trị. Có thể điền vào, hoặc xóa cả dòng.',
  'fault.name.empty': 'Thiếu họ và tên. Có thể điền tên, hoặc xóa dòng này.',
  'fault.name.formula':
    '“{value}” bắt đầu như một công thức, không phải tên người. Có thể ô chứa công thức: hãy dán lại dạng giá trị.',
  'fault.name.picture': 'Tên “{value}” có hình biểu tượng, không in được. Có thể xóa biểu tượng.',
  'fault.name.no-letter': '“{value}” không có chữ nào nên không phải tên. Có thể các cột bị lệch.',
  'fault.name.too-long': 'Tên dài hơn {most} ký tự. Có thể hai ô bị gộp làm một.',
  'fault.day.form': '“{value}” không phải ngày. Có thể ghi như 06/02/2027 hoặc 2027-02-06.',
  'fault.day.none': 'Không có ngày {value} trên lịch. Có thể ghi nhầm ngày hoặc tháng.',
  'fault.day.month-first':
    '“{value}” có tháng lớn hơn 12. Có thể đã ghi tháng trước ngày: hãy ghi ngày/tháng/năm.',
  'fault.day.serial': '“{value}” là số thứ tự ngày của Excel. Có thể định dạng cột thành ngày rồi lưu lại.',
  'fault.clock': '“{value}” không phải giờ. Có thể ghi như 06:00 hoặc 22h30.',
  'fault.whole': '“{value}” không phải số nguyên từ {least} đến {most}.',
  'fault.share': '“{value}” không phải tỷ lệ thời gian. Có thể ghi như 0,5 hoặc 50%, nhiều nhất là 1.',
  'fault.yes-no': '“{value}” không rõ là có hay không. Có thể ghi “x” hoặc để trống.',
  'fault.phone':
    '“{value}” không phải số điện thoại: cần ít nhất 9 chữ số, chỉ gồm số, dấu cách và dấu +. Có thể ô ghi hai số: hãy giữ một.',
  'fault.phone.nought':
    'Số “{value}” thiếu số 0 ở đầu, đã đọc là {phone}. Có thể định dạng cột điện thoại thành văn bản.',
  'fault.phone.area':
    'Số “{value}” không có mã vùng nên gọi từ di động không được. Có thể ghi như 024 3825 1234.',
  'fault.email': '“{value}” không phải địa chỉ thư. Có thể ghi như ten@donvi.example.',
  'fault.staff.none': 'Danh sách không có người nào. Có thể các dòng nằm trước dòng tiêu đề.',
  'fault.staff.id-form':
    'Mã “{value}” chỉ được gồm chữ, số, dấu chấm, gạch nối, gạch dưới, nhiều nhất 40 ký tự. Có thể bỏ dấu cách.',
  'fault.staff.id-twice': 'Mã “{value}” đã dùng ở dòng {earlier}. Có thể đổi mã của một người.',
  'fault.staff.name-twice':
    'Tên “{value}” trùng với dòng {earlier}. Nếu là hai người, có thể thêm cột “Mã” với mã khác nhau; nếu là một, xóa một dòng.',
  'fault.staff.skills': 'Ô này có nhiều hơn {most} kỹ năng. Có thể dán nhầm cột.',
  'fault.staff.skill-near': 'Không vị trí trực nào cần kỹ năng “{skill}”. Có thể là “{suggestion}”.',
  'fault.person.none': 'Dòng này chưa ghi người nào. Có thể điền mã hoặc họ tên.',
  'fault.person.unknown': 'Không có “{value}” trong danh sách nhân sự. Có thể thêm người này vào staff.csv.',
  'fault.person.unknown-near': 'Không có “{value}” trong danh sách nhân sự. Có thể là “{suggestion}”.',
  'fault.person.ambiguous': 'Có nhiều người tên “{value}”. Có thể ghi mã thay cho tên: {ids}.',
  'fault.person.mismatch': 'Mã {id} là của {name}, không phải “{value}”. Có thể sửa mã hoặc tên.',
  'fault.post.unknown': 'Không có vị trí trực “{value}” trong unit.json.',
  'fault.post.unknown-near': 'Không có vị trí trực “{value}”. Có thể là “{suggestion}”.',
  'fault.pattern.unknown': 'Không có ca “{value}”. Có thể ghi dạng vị-trí/ca như trong unit.json.',
  'fault.pattern.unknown-near': 'Không có ca “{value}”. Có thể là “{suggestion}”.',
  'fault.leave.kind':
    'Không hiểu loại “{value}”. Có thể ghi “nghỉ phép”, “muốn trực” hoặc “không muốn trực”.',
  'fault.leave.kind-near': 'Không hiểu loại “{value}”. Có thể là “{suggestion}”.',
  'fault.leave.end-before-start': 'Đến ngày {value} lại trước từ ngày {from}. Có thể hai ngày bị đảo.',
  'fault.leave.too-long': 'Dài {days} ngày, nhiều nhất {most}. Có thể ghi nhầm năm.',
  'fault.leave.half-time':
    'Có giờ này mà thiếu giờ kia. Có thể điền cả từ giờ và đến giờ, hoặc để trống cả hai.',
  'fault.ledger.person-none': 'Dòng này chưa ghi người nào nên bỏ qua.',
  'fault.ledger.person-unknown': '“{value}” không còn trong danh sách nhân sự nên bỏ qua dòng này.',
  'fault.ledger.person-unknown-near':
    '“{value}” không có trong danh sách nhân sự nên bỏ qua dòng này. Có thể là “{suggestion}”.',
  'fault.ledger.person-ambiguous': 'Có nhiều người tên “{value}” nên bỏ qua dòng này. Có thể ghi mã: {ids}.',
  'fault.ledger.person-mismatch': 'Mã {id} là của {name}, không phải “{value}”, nên bỏ qua dòng này.',
  'fault.ledger.twice':
    'Người này đã có dòng cùng năm ở dòng {earlier}; hai dòng được cộng lại. Có thể xóa nếu chép trùng.',
  'fault.json.syntax':
    'Dòng {line}, cột {column}: chỗ này không đúng dạng JSON. Có thể thừa hoặc thiếu dấu phẩy, ngoặc hay nháy kép.',
  'fault.json.missing': 'Thiếu mục này. Có thể thêm vào tệp.',
  'fault.json.unknown-key': 'Không có mục “{value}”. Có thể xóa mục này.',
  'fault.json.unknown-key-near': 'Không có mục “{value}”. Có thể là “{suggestion}”.',
  'fault.json.choice': '“{value}” không được nhận ở đây. Có thể chọn: {choices}.',
  'fault.json.choice-near':
    '“{value}” không được nhận ở đây. Có thể là “{suggestion}” (các lựa chọn: {choices}).',
  'fault.json.type': 'Giá trị “{value}” sai kiểu. Có thể xem tệp mẫu trong data/samples.',
  'fault.json.not-text': '“{value}” phải là chữ. Có thể đặt trong nháy kép.',
  'fault.json.not-number': '“{value}” phải là số. Có thể bỏ nháy kép.',
  'fault.json.not-whole': '“{value}” phải là số nguyên. Có thể làm tròn.',
  'fault.json.not-boolean': '“{value}” phải là true hoặc false.',
  'fault.json.not-list': '“{value}” phải là danh sách. Có thể đặt trong [ ].',
  'fault.json.not-object': '“{value}” phải là một nhóm mục trong { }.',
  'fault.json.number-small': '{value} quá nhỏ; ít nhất {least}.',
  'fault.json.number-big': '{value} quá lớn; nhiều nhất {most}.',
  'fault.json.text-small': 'Chữ quá ngắn; ít nhất {least} ký tự. Có thể điền vào, hoặc bỏ mục này.',
  'fault.json.text-big': 'Chữ quá dài; nhiều nhất {most} ký tự.',
  'fault.json.list-small': 'Danh sách quá ngắn; ít nhất {least} mục.',
  'fault.json.list-big': 'Danh sách quá dài; nhiều nhất {most} mục.',
  'fault.json.control-mark':
    'Có ký tự điều khiển hoặc đảo chiều chữ không nhìn thấy ({code}). Có thể gõ lại giá trị này.',
  'fault.json.id':
    'Mã “{value}” chỉ được gồm chữ thường không dấu, số và gạch nối, nhiều nhất 40 ký tự. Có thể ghi như “giam-sat”.',
  'fault.json.clock': '“{value}” không phải giờ. Có thể ghi như “06:00”.',
  'fault.unit.cover': 'Số người mong muốn ({target}) ít hơn số tối thiểu ({minimum}). Có thể hai số bị đảo.',
  'fault.unit.hours': '{hours} giờ không tròn phút. Có thể ghi 8 hoặc 7.5.',
  'fault.unit.id-twice': 'Mã “{id}” đã dùng ở mục trước. Có thể đặt mã khác.',
  'fault.json.day': '“{value}” không phải ngày. Có thể ghi như “2027-03-01”.',
  'fault.unit.count-anchor':
    'COUNT={count} đếm từ một ngày cố định, mà chưa có ngày ấy. Hãy ghi thêm “Tính từ ngày” (from), như 2027-03-01.',
  'fault.unit.two-anchors': 'Có hai ngày bắt đầu: DTSTART {start} và “Tính từ ngày” {from}. Hãy giữ một.',
  'fault.unit.zone': 'Không có múi giờ “{value}”. Có thể ghi “Asia/Ho_Chi_Minh”.',
  'fault.period.instant': '“{value}” không phải thời điểm tròn phút. Có thể ghi như “2027-02-04T07:00”.',
  'fault.period.end-before-start': 'Kết thúc {value} không sau bắt đầu {start}. Có thể hai mốc bị đảo.',
  'fault.period.too-long': 'Kỳ trực dài hơn {most} ngày. Có thể ghi nhầm năm.',
  'fault.period.id-taken':
    'Đơn vị “{unit}” đã có kỳ trực mang mã “{value}”. Có thể đặt mã khác, như “{other}”.',
  'fault.period.two-ends': 'Ghi cả “end” lẫn “hours”. Có thể bỏ một mục.',
  'fault.period.lifted-parts':
    'Kỳ “đến khi có lệnh” đi liền một mạch, không chia phần. Có thể bỏ “parts” hoặc “untilLifted”.',
  'fault.period.parts-order':
    'Đoạn này bắt đầu trước khi đoạn trước kết thúc. Có thể xếp lại thứ tự hoặc sửa mốc.',
  'fault.period.no-shifts':
    'Kỳ trực không có ca nào. Có thể mốc bắt đầu, kết thúc hoặc quy tắc lặp của ca bị sai.',
  'fault.period.no-shifts-yet':
    'Kỳ trực không có ca nào: theo quy tắc lặp, ca tiếp theo là {next}. Có thể kéo dài kỳ trực, hoặc đổi “Tính từ ngày” của ca.',
  'fault.period.too-many-shifts':
    'Kỳ trực có thể có tới {bound} ca, nhiều nhất {most}. Có thể rút ngắn kỳ trực hoặc bớt ca.',
  'fault.period.holiday-unknown':
    'Không có kỳ nghỉ “{value}” trong thời gian này. Có thể xem các mã trong data/holidays.',
  'fault.period.holiday-unknown-near':
    'Không có kỳ nghỉ “{value}” trong thời gian này. Có thể là “{suggestion}”.',
  'fault.period.pin-shift-unknown':
    'Ca được ghim “{value}” không có trong kỳ trực. Có thể ghi dạng vị-trí/ca/ngày.',
  'fault.period.pin-shift-unknown-near':
    'Ca được ghim “{value}” không có trong kỳ trực. Có thể là “{suggestion}”.',
  'fault.period.past-not-past':
    'Ca đã trực ngày {day} không bắt đầu trước kỳ trực. Có thể chuyển nó thành ghim.',
  'fault.plan.skill-nobody':
    '{post} cần kỹ năng “{skill}” nhưng không ai có. Có thể thêm kỹ năng này cho người trực trong staff.csv.',
  'fault.plan.skill-nobody-near': '{post} cần kỹ năng “{skill}” nhưng không ai có. Có thể là “{suggestion}”.',
  'fault.plan.too-few':
    '{post} cần {needed} người một ca nhưng chỉ {count} người đủ điều kiện. Có thể bổ sung người, hoặc giảm số người một ca.',
  'fault.plan.hours-uncovered':
    'Không ca giám sát nào phủ {from}–{to}: {count} lần, từ ngày {first}. Có thể kéo dài ca trước hoặc thêm ca, nếu cần trực liên tục.',
  'fault.plan.days-uncovered':
    'Không ca giám sát nào trong {hours} giờ liền, từ {from} ngày {first}. Có thể xem lại quy tắc lặp, nếu cần trực liên tục.',
  'fault.plan.more-uncovered': 'Còn {count} quãng giờ khác không có ca giám sát.',
  'fault.plan.patterns-overlap':
    '{post}: ca “{first}” và ca “{second}” chồng giờ nhau, ví dụ ngày {day}. Nếu không cố ý, có thể sửa giờ bắt đầu hoặc số giờ.',
  'fault.plan.person-no-post':
    '{name} (kỹ năng: {skills}) không đủ điều kiện cho vị trí nào trong kỳ này. Có thể bổ sung kỹ năng.',
  'fault.plan.leave-whole':
    '{name} nghỉ suốt kỳ trực, không nhận được ca nào. Có thể kiểm tra lại ngày nghỉ.',
  'fault.plan.pin-unqualified':
    'Ghim {name} vào {post} ngày {day}, nhưng người này không đủ điều kiện. Có thể bổ sung kỹ năng hoặc bỏ ghim.',
  'fault.plan.pin-on-leave':
    'Ghim {name} vào {post} ngày {day}, nhưng hôm đó người này nghỉ. Có thể bỏ ghim hoặc sửa ngày nghỉ.',
} as const;

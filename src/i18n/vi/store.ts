/** Vietnamese sentences: what the store and the use cases refuse. */

export const storeVi = {
  'error.database.newer':
    'Tệp dữ liệu do phiên bản mới hơn của chương trình ghi (cấu trúc {found}, chương trình này đọc đến {known}). Có thể nâng cấp chương trình, hoặc mở một bản sao lưu cũ hơn.',
  'error.database.not-a-database':
    'Tệp {path} không phải là tệp dữ liệu của chương trình. Có thể đường dẫn ROTA_DB trỏ nhầm tệp.',
  'error.database.damaged': 'Tệp dữ liệu {path} bị hỏng. Có thể khôi phục từ bản sao lưu gần nhất.',
  'error.database.locked':
    'Tệp dữ liệu {path} đang bị một chương trình khác giữ. Có thể đợi chương trình đó xong rồi thử lại.',
  'error.database.unreachable':
    'Không mở được tệp dữ liệu {path} ({cause}). Có thể thư mục không cho ghi, hoặc ổ đĩa đã đầy.',
  'error.database.full':
    'Ổ đĩa chứa {path} đã đầy: thay đổi vừa rồi không được lưu, dữ liệu cũ vẫn nguyên. Có thể dọn ổ đĩa rồi thử lại.',
  'error.database.read-only':
    'Tệp dữ liệu {path} chỉ cho đọc. Có thể cấp quyền ghi tệp và thư mục cho tài khoản chạy máy chủ.',
  'error.database.served':
    'Một máy chủ khác đang chạy trên tệp dữ liệu {path}. Có thể dừng máy chủ ấy, hoặc đặt ROTA_DB là tệp khác.',
  'error.database.in-use': 'Máy chủ đang dùng tệp dữ liệu {path}. Có thể dừng máy chủ trước khi khôi phục.',
  'error.server.unreachable':
    'Không kết nối được với cơ sở dữ liệu {place} ({cause}). Có thể máy chủ PostgreSQL đang dừng hoặc khởi động lại; hãy kiểm tra địa chỉ và mạng rồi thử lại.',
  'error.server.refused':
    'Máy chủ PostgreSQL từ chối {place} ({cause}). Có thể sai mật khẩu, chưa có cơ sở dữ liệu mang tên ấy, hoặc tài khoản chưa được quyền tạo bảng.',
  'error.server.full':
    'Ổ đĩa của máy chủ PostgreSQL {place} đã đầy: thay đổi vừa rồi không được lưu, dữ liệu cũ vẫn nguyên. Có thể dọn ổ đĩa rồi thử lại.',
  'error.server.read-only':
    'Cơ sở dữ liệu {place} chỉ cho đọc. Có thể đây là bản dự phòng; hãy đặt ROTA_DB là máy chủ chính.',
  'error.server.served':
    'Một máy chủ của phiên bản cũ, chỉ chạy được một mình, đang chạy trên cơ sở dữ liệu {place}. Có thể dừng máy chủ ấy trước rồi chạy lại.',
  'error.server.older':
    'Bản nâng cấp này đổi cấu trúc mà máy chủ cũ còn dùng; đang có máy chủ cũ chạy (số máy: {count}, phiên bản {versions}). Có thể dừng hoặc nâng cấp các máy chủ ấy trước. Chưa có gì thay đổi.',
  'error.server.backup':
    'Dữ liệu nằm trên máy chủ PostgreSQL, nên được sao lưu ở đó: pg_dump -Fc hằng ngày, hoặc lưu nhật ký WAL để khôi phục đến một thời điểm. Cách làm có trong docs/POSTGRESQL.md. Tệp khóa được cất riêng.',
  'error.server.restore':
    'Dữ liệu nằm trên máy chủ PostgreSQL, nên được khôi phục ở đó bằng pg_restore, rồi chạy rota restore --revoked. Cách làm có trong docs/POSTGRESQL.md.',
  'cli.restore.option.revoked':
    'Trên PostgreSQL, sau pg_restore và trước khi chạy máy chủ: kết thúc lại những gì đã thu hồi từ khi sao lưu.',
  'cli.restore.which':
    'Cần tên tệp sao lưu. --revoked chỉ dùng khi dữ liệu nằm trên máy chủ PostgreSQL, không kèm tệp.',
  'cli.database.summary':
    'Đưa toàn bộ dữ liệu ra một tệp, hoặc từ tệp ấy vào một cơ sở dữ liệu trống: giữa SQLite và PostgreSQL, cả hai chiều.',
  'cli.database.exported':
    'Đã ghi toàn bộ dữ liệu vào {path} (SHA-256 {sha256}). Tệp này chứa tất cả, hãy giữ kín; khóa {key} được chép riêng và đặt vào ROTA_KEY_FILE ở máy mới.',
  'cli.database.imported':
    'Đã đưa {rows} dòng của {tables} bảng vào {place}, đã đối chiếu từng bảng (SHA-256 {sha256}).',
  'error.dump.not-empty':
    'Cơ sở dữ liệu đã có dữ liệu (bảng {table}), nên chưa nhận gì. Có thể đặt ROTA_DB là một cơ sở dữ liệu trống.',
  'error.dump.schema':
    'Tệp có cấu trúc {found}, chương trình này ghi cấu trúc {known}. Có thể dùng cùng một phiên bản chương trình ở cả hai nơi.',
  'error.dump.malformed':
    'Dòng {line} không đúng dạng tệp của rota database export; chưa nhận gì. Có thể chọn lại tệp.',
  'error.dump.altered':
    'Đến dòng {line}, dữ liệu không khớp mã kiểm: tệp đã bị hỏng hoặc bị sửa; chưa nhận gì. Có thể xuất lại tệp.',
  'error.dump.cut': 'Tệp bị cắt cụt hoặc hỏng sau dòng {line}; chưa nhận gì. Có thể chép lại tệp.',
  'error.dump.unwritten': 'Không ghi được tệp {path} ({cause}). Có thể chọn nơi khác.',
  'error.key.other':
    'Khóa này không phải khóa mà dữ liệu được tạo cùng. Có thể chép khóa của máy chủ cũ vào ROTA_KEY hoặc ROTA_KEY_FILE; chưa có gì bị thay đổi.',
  'error.backup.missing': 'Không có tệp sao lưu {path}.',
  'error.backup.exists': 'Đã có tệp {path}. Có thể chọn tên khác.',
  'error.backup.no-checksum':
    'Bên cạnh {path} không có tệp mã kiểm .sha256, nên chưa biết bản sao lưu còn nguyên vẹn không. Có thể chép lại cả hai tệp.',
  'error.backup.checksum':
    'Bản sao lưu {path} không khớp mã kiểm: tệp đã bị hỏng hoặc bị sửa. Có thể dùng bản sao lưu khác.',
  'error.backup.recipient':
    'ROTA_BACKUP_RECIPIENT: “{recipient}” không phải khóa nhận của age (age1…), có thể bị chép thiếu. Có thể tạo khóa mới: rota backup key --out TỆP.',
  'error.backup.identity-wanted':
    'Bản sao lưu {path} được mã hóa. Có thể chỉ ra tệp khóa mở: rota restore … --identity TỆP.',
  'error.backup.identity-missing':
    'Không đọc được tệp khóa mở {path}. Có thể kiểm tra lại tên tệp và quyền đọc.',
  'error.backup.identity':
    'Tệp khóa mở không có dòng AGE-SECRET-KEY-1… nào đọc được. Có thể dùng tệp mà rota backup key (hay age-keygen) đã ghi ra.',
  'error.backup.wrong-identity':
    'Khóa mở này không phải của bản sao lưu {path}: bản sao được mã hóa cho khóa khác. Có thể dùng tệp khóa của lúc sao lưu.',
  'error.backup.altered':
    'Bản sao lưu {path} bị cắt cụt hoặc bị sửa: mã hóa không còn khớp. Có thể dùng bản sao lưu khác.',
  'error.backup.key-unwritten': 'Không ghi được tệp khóa {path} ({cause}). Có thể chọn nơi khác.',
  'error.unit.missing': 'Không có đơn vị “{unit}”.',
  'error.end-day': '“{value}” không phải một ngày. Có thể viết 10/02/2027, hoặc để trống nếu không có hạn.',
  'error.end-day.past': 'Ngày {value} đã qua. Có thể chọn hôm nay hoặc một ngày sau.',
  'error.staff.missing': 'Không có nhân viên mang mã “{staff}” trong đơn vị.',
  'error.staff.still-planned':
    'Người này còn trong kỳ trực “{period}” chưa kết thúc, nên chưa xóa được. Có thể đưa người này ra khỏi kỳ trực trước.',
  'error.period.missing': 'Không có kỳ trực “{period}”. Có thể xem các kỳ đang có ở trang chủ.',
  'error.period.ambiguous': 'Nhiều đơn vị cùng có kỳ trực “{period}” ({units}). Có thể chỉ rõ đơn vị.',
  'error.plan.broken':
    'Dữ liệu đã lưu của kỳ trực “{period}” không còn khớp nhau ({count} lỗi, lỗi đầu: {fault} {value}). Có thể nạp lại kỳ trực.',
  'error.draft.missing': 'Kỳ trực “{period}” chưa có bảng nháp. Có thể xếp lịch trước khi công bố.',
  'error.draft.conflict':
    'Người khác vừa lưu bảng này (bản nháp {current}, bạn đang sửa từ bản {seen}). Có thể tải lại để thấy thay đổi, rồi sửa tiếp.',
  'error.version.missing': 'Kỳ trực “{period}” không có bản số {number}.',
  'error.period.published':
    'Kỳ trực “{period}” đã có bản công bố nên không xóa được. Có thể rút bản đang công bố.',
  'error.replacement.missing': 'Không có lần thay người này.',
  'error.replacement.decided': 'Lần thay người này đã có người quyết định rồi.',
  'error.replacement.no-reason': 'Cần ghi lý do không đồng ý, để người lập lịch biết tìm ai.',
  'error.version.nothing-published': 'Kỳ trực “{period}” chưa có bản nào đang công bố.',
  'error.feed.too-many':
    'Liên kết riêng này đã tạo {most} liên kết lịch đang dùng. Có thể thu hồi bớt ở trang liên kết lịch của đơn vị, hoặc nhờ người lập lịch.',
  'error.feed.missing': 'Không có liên kết lịch “{feed}”, hoặc liên kết đã bị thu hồi.',
  'error.api-token.missing': 'Không có khóa API “{token}”, hoặc khóa đã bị thu hồi.',
} as const;

/** Vietnamese sentences: why nobody could take a seat. Each stands before a count and names. */

export const solverVi = {
  'shortage.stands': 'đang ở chính ca này',
  'shortage.runs-into-leave': 'ca này kéo sang ngày nghỉ phép',
  'shortage.team-away':
    'Kíp {team} luôn trực cùng nhau: {name} nghỉ, không đứng được ca bắt đầu {days}, nên cả kíp vắng những ca ấy. Có thể thêm người thay vào kíp, hoặc cho quy tắc trực cùng nhau thành không bắt buộc.',
  'shortage.free': 'không vướng quy tắc bắt buộc nào, có thể xếp thêm',
} as const;

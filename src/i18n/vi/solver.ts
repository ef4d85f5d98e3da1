/** Vietnamese sentences: why nobody could take a seat. Each stands before a count and names. */

export const solverVi = {
  'shortage.stands': 'đang ở chính ca này',
  'shortage.free': 'không vướng quy tắc bắt buộc nào, có thể xếp thêm',
} as const;

/** Vietnamese sentences: rules that contradict each other, told before solving. */

export const clashesVi = {
  'fault.clash.together-apart':
    'Hai quy tắc bắt buộc trái nhau: “Trực cùng nhau” ({together}) và “Không trực cùng nhau” ({apart}) đều áp cho {first} và {second}, nên hai người này không đứng được ca nào. Có thể bỏ một quy tắc, hoặc đổi một quy tắc thành không bắt buộc.',
  'fault.clash.asked':
    '“{constraint}” ({rule}) đòi {name} trực ít nhất {least} ca, mà {others} chỉ để lại nhiều nhất {most}; {count} chỗ vướng như vậy. Có thể sửa quy tắc vừa nêu.',
  'fault.clash.asked-of-all':
    '“{constraint}” ({rule}) đòi {people} người cộng lại trực ít nhất {least} ca, mà {others} chỉ để lại nhiều nhất {most}; {count} chỗ vướng như vậy. Có thể sửa quy tắc vừa nêu.',
  'fault.clash.asked-alone':
    '“{constraint}” ({rule}) đòi {people} người cộng lại trực ít nhất {least} ca, mà trong phạm vi ấy nhiều nhất chỉ được {most}; {count} chỗ vướng như vậy. Có thể giảm mức ít nhất hoặc mở rộng phạm vi.',
  'fault.clash.seats-of-shift':
    'Ca {label} của {post} cần ít nhất {least} người, mà {others} chỉ để lại {most}: {count} ca, từ ngày {day}, chắc chắn thiếu người. Có thể thu hẹp hoặc nới quy tắc vừa nêu.',
  'fault.clash.seats-of-day':
    'Ngày {day} cần ít nhất {least} lượt trực, mà {others} chỉ để lại nhiều nhất {most}: {count} ngày như vậy chắc chắn thiếu người. Có thể nới quy tắc vừa nêu, hoặc thêm người.',
  'fault.clash.seats':
    'Cần ít nhất {least} lượt trực, mà {others} chỉ để lại nhiều nhất {most}, nên chắc chắn còn chỗ trống. Có thể nới quy tắc vừa nêu, hoặc thêm người.',
  'fault.clash.team-no-post':
    'Kíp {team} ({constraint}: {rule}) không bao giờ trực được: không ca nào mà mọi người trong kíp đều đủ kỹ năng. Có thể cho kíp trực cùng giờ, mỗi người một vị trí, hoặc bổ sung kỹ năng.',
  'fault.clash.team-too-large':
    'Kíp {team} ({constraint}: {rule}) có {people} người, mà chỗ trực chung nhiều nhất là {seats}, nên kíp không bao giờ trực được. Có thể tăng số người của ca hoặc chia kíp.',
  'fault.clash.team-newcomers':
    'Kíp {team} ({constraint}: {rule}) toàn người mới và chiếm hết chỗ của ca, nên “{other}” không cho kíp trực. Có thể thêm một người đã quen việc vào kíp.',
  'fault.clash.teams-joined':
    'Kíp {team} ({constraint}: {rule}) và kíp {otherTeam} ({otherRule}) cùng có {name}, nên phải trực chung {people} người, mà ca chỉ có nhiều nhất {seats} chỗ: kíp {team} không bao giờ trực được. Có thể bỏ {name} khỏi một kíp.',
  'fault.clash.team-out-of-turn':
    '“{other}” ({otherRule}) không lần nào giao chung một ca cho cả kíp {team} ({constraint}: {rule}), nên không ai trong kíp trực được. Có thể ghi cả kíp liền nhau trong danh sách, hoặc bỏ cả kíp ra.',
  'fault.clash.team-half-listed':
    'Kíp {team} ({constraint}: {rule}) không trực được ca xoay vòng “{other}” ({otherRule}), vì danh sách không có {name}. Có thể thêm vào danh sách, hoặc bỏ cả kíp ra.',
  'fault.clash.team-barred':
    '“{other}” ({otherRule}) không cho {name} trực {count} ca mà kíp {team} ({constraint}: {rule}) đứng được, nên cả kíp không trực những ca ấy. Có thể bỏ {name} khỏi kíp hoặc nới quy tắc.',
  'fault.clash.runs':
    '“{constraint}” ({rule}) đòi ít nhất {least} ngày liền, mà “{other}” ({otherRule}) chỉ cho nhiều nhất {most}, nên không ai trực được. Có thể sửa một trong hai mức.',
  'fault.clash.forbidden-runs':
    '“{constraint}” ({rule}) muốn một người trực các ca liền nhau, mà “{other}” ({otherRule}) cấm mọi cặp ca ấy. Có thể bỏ hoặc nới một trong hai.',
  'fault.clash.turns':
    'Hai danh sách xoay vòng ({rule} và {otherRule}) giao ca {label} ngày {day} cho hai người khác nhau, nên không ai trực được. Có thể thu hẹp phạm vi của một danh sách.',
  'fault.clash.turn-nobody':
    'Danh sách xoay vòng ({rule}) không có ai đủ kỹ năng cho {post}. Có thể thêm người có kỹ năng, hoặc bỏ {post} khỏi phạm vi.',
  'fault.clash.newcomers-alone':
    '{post} chỉ có người mới đủ kỹ năng, nên “{constraint}” ({rule}) để trống mọi ca. Có thể thêm một người đã quen việc.',
  'fault.clash.pins':
    'Ca đã ghim của {name}, từ ngày {day}, tự nó trái quy tắc bắt buộc “{constraint}” ({rule}). Có thể bỏ ghim, hoặc nới quy tắc.',
} as const;

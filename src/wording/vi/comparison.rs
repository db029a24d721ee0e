//! The words of comparisons in Vietnamese.

use crate::wording::comparison::{Comparing, Why};

/// The words of comparisons in Vietnamese.
pub(in crate::wording) const COMPARING: Comparing = Comparing {
    comparison: "So sánh",
    a: "A",
    b: "B",
    difference: "B − A",
    change: "Chênh lệch (B − A)",
    points: |points| format!("{points} điểm"),
    index: |index| format!("chỉ số {index}"),
    by_rules: "do quy định",
    by_performance: "do kết quả thực hiện",
    by_not_carried: "do tiêu chí không chuyển sang được",
    rules: "Quy định",
    performance: "Thực hiện",
    not_carried: "Không chuyển",
    parts: |rules, performance| format!("do quy định {rules}, do kết quả thực hiện {performance}"),
    covered: "Dưới mỗi điểm là số điểm đã trả lời trên số điểm áp dụng.",
    no_change: "một bên không có điểm tổng nên không tính chênh lệch",
    index_whole: |index| format!("chỉ số {index}; không tách được, vì có bước không có chỉ số"),

    field: "Lĩnh vực",
    changed: "Tiêu chí thay đổi, nhiều nhất trước",
    nothing_changed: "Không có tiêu chí nào thay đổi.",
    one_sided: "Chỉ một bên trả lời (bên kia chưa có câu trả lời)",
    uncarried: "Tiêu chí không chuyển sang được",
    was: |id| format!("trước là {id}"),

    not_declared: |a, b| {
        format!(
            "Lưu ý: {b} không khai (`supersedes`) là bộ thay thế {a}; chỉ ghép các tiêu chí cùng mã \
             hoặc được nêu trong `was`."
        )
    },
    only_a: "Chỉ có ở bên A, không so sánh",
    only_b: "Chỉ có ở bên B, không so sánh",
    nothing_to_pair: "Không so sánh được gì: không có cơ quan nào có ở cả hai bên.",
    side_empty: |side| format!("Bên {side} không có phiếu nào đúng với điều đã chọn."),
    nothing_compared: "Chưa so sánh: hãy sửa các lỗi trên rồi chạy lại.",

    why: Why {
        dropped: "bộ mới không còn tiêu chí này",
        new: "tiêu chí mới",
        merged: |into| format!("gộp với tiêu chí khác thành {into}"),
        merged_from: |ids| format!("gộp từ {ids}"),
        form: "trước là nhóm nay chấm trực tiếp, hoặc ngược lại",
        not_for_kind: "không còn áp dụng cho loại cơ quan này",
        new_for_kind: "nay mới áp dụng cho loại cơ quan này",
        answer: |written| format!("câu trả lời cũ `{written}` không hợp với cách chấm mới"),
        above_most: |points| format!("điểm đã chấm là {points}, vượt điểm tối đa mới"),
        not_applicable: "trả lời là không áp dụng, mà bộ mới không chấp nhận",
        role: |role| format!("do bên {role} trả lời, mà bộ mới giao cho bên khác"),
        not_held: |role| format!("phần {role} không tổ chức, mà hai bộ xử lý khác nhau"),
        period: "cách chấm mới tính hạn theo kỳ đánh giá, mà phiếu cũ không nêu kỳ",
        apart: "đã chấm chung cả nhóm, mà nhóm ấy không chuyển sang hoặc không còn gồm tiêu chí này",
    },
};

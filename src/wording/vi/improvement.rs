//! What can be won back, in Vietnamese.

use crate::analysis::NoStep;
use crate::wording::improvement::Gains;

/// The words in Vietnamese.
pub(in crate::wording) const GAINS: Gains = Gains {
    step: "Tiêu chí và việc cần làm",
    lost: "Mất",
    wins: "Lấy lại",
    more: |by, before| format!("thêm {by} so với {before}"),
    fewer: |by, before| format!("bớt {by} so với {before}"),
    instead_of: |before| format!("thay cho {before}"),
    from_to: |before, after| format!("từ {before} thành {after}"),
    items_more: |items| format!("đạt thêm: {items}"),
    items_fewer: |items| format!("không còn: {items}"),
    answer: |answer| format!("chưa có câu trả lời; nếu trả lời được `{answer}`"),
    never: "không thực hiện",
    with: |others| format!("cùng với {others}"),
    most: "Nhiều nhất",
    held_by: |ids| format!("đang bị giữ lại bởi {ids}"),
    nothing: "Không có điểm nào lấy lại được bằng câu trả lời khác.",
    without: "Mất điểm mà chưa thấy việc cụ thể để lấy lại",
    no_step: |why, other| match why {
        NoStep::Others(_) => format!("do {other} chấm, cơ quan không tự trả lời"),
        NoStep::Replies => "theo phiếu trả lời của người được hỏi, cơ quan không tự chọn".to_owned(),
        NoStep::NotApplicable => "không áp dụng và được tính 0 điểm".to_owned(),
        NoStep::Nothing => "không phát sinh gì để đo".to_owned(),
        NoStep::Formula => "theo công thức, không thấy một con số riêng lẻ nào nâng được điểm".to_owned(),
        NoStep::Unanswered => {
            "chưa có câu trả lời; hãy trả lời, được bao nhiêu điểm thì chưa thể hứa".to_owned()
        }
        NoStep::Held(_) => format!("bị giữ lại bởi {other}; gỡ ở đó trước"),
        NoStep::Best => "không có câu trả lời nào được nhiều điểm hơn".to_owned(),
        NoStep::Idle => "câu trả lời tốt hơn không làm tăng điểm tổng".to_owned(),
        NoStep::Voids(_) => format!("câu trả lời tốt hơn sẽ làm hủy điểm: {other}"),
    },
    why: "Lý do",
    then: |limit| format!("Nhưng khi đó: {limit}"),
    sum: |sum| {
        format!(
            "Đạt {} trên {} điểm áp dụng, mất {}. Làm tất cả việc nêu trên ở mức tốt nhất thì lấy lại {}: {}.",
            sum.awarded, sum.applicable, sum.lost, sum.gain, sum.after
        )
    },
    overlaps: "Mỗi dòng tính riêng, như thể chỉ làm một việc đó; cộng các dòng lại không ra điểm khi làm cùng lúc.",
    no_total: "Bộ tiêu chí này không có điểm tổng: điểm nêu ở đây là điểm các phần cộng lại.",
    void: "Điểm đang bị một khống chế hủy bỏ: điểm nêu ở đây chỉ có khi gỡ được khống chế đó.",

    to_index: |index| format!("chỉ số {index} %"),
    to_grade: |grade| format!("xếp loại {grade}"),
    already: |target| format!("Mục tiêu {target}: đã đạt."),
    reached: |target, count, effort| {
        let effort = effort.map(|effort| format!(", tổng công sức {effort}")).unwrap_or_default();
        format!("Mục tiêu {target}: đạt khi thay đổi {count} tiêu chí{effort}")
    },
    missed: |target| format!("Mục tiêu {target}: chưa đạt được, kể cả khi làm tất cả các việc đã biết."),
    not_found: |target| {
        format!("Mục tiêu {target}: chưa tìm được cách nào, nhưng chưa thử hết mọi cách. Nếu làm tất cả:")
    },
    comes_to: |gain, after| format!("Cùng lúc được thêm {gain}: {after}."),
    proven_sums: "Đã chứng minh là ít nhất: điểm các việc cộng được với nhau, không tổng nào nhỏ hơn đủ.",
    proven_tried: "Đã chứng minh là ít nhất: đã thử mọi cách ít hơn.",
    not_proven: "Tốt nhất trong những cách tìm được, chưa chứng minh là ít nhất.",
    provisional: "Điểm còn tạm tính nên chưa có xếp loại; mục tiêu theo chỉ số thì vẫn tính được.",
    capped: |ids| {
        format!("Không việc nào khác nâng được xếp loại khi khống chế này chưa gỡ; khống chế do {ids}.")
    },
    no_effort: "Bộ tiêu chí không ghi công sức cho tiêu chí nào, nên tính theo số tiêu chí.",
    effort_of_one: "Tiêu chí không ghi công sức thì tính là 1.",
    effort: "Công sức",

    nothing_done: "Chưa tính: hãy sửa các lỗi trên rồi chạy lại.",
    unknown_grade: |word, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là `{nearest}`?")).unwrap_or_default();
        if known.is_empty() {
            format!(
                "Bộ tiêu chí không xếp loại, nên `{word}` không phải mục tiêu; hãy nêu một chỉ số, như `80`."
            )
        } else {
            format!(
                "Không có xếp loại `{word}`.{meant} Hãy nêu một trong: {known}, hoặc một chỉ số, như `80`."
            )
        }
    },
    wrong_index: |word| {
        format!("Chỉ số `{word}` không dùng làm mục tiêu được: hãy nêu một số từ 0, như `80`.")
    },
    unknown_agency: |word, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là `{nearest}`?")).unwrap_or_default();
        format!("Phiếu không có cơ quan `{word}`.{meant} Có: {known}.")
    },
};

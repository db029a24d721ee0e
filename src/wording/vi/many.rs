//! Many files and many agencies in Vietnamese.

use crate::wording::many::Many;

/// The words in Vietnamese.
pub(in crate::wording) const MANY: Many = Many {
    to_above: "Cách\ntrên",
    to_below: "Cách\ndưới",
    distances: "Cách trên, cách dưới: số điểm chỉ số còn cách cơ quan xếp ngay trên, ngay dưới; 0 là ngang nhau.",
    group: |among| among.map_or_else(|| "Không nêu nhóm".to_owned(), |among| format!("Nhóm {among}")),
    graded: |counts| format!("Xếp loại: {counts}."),
    not_graded: "chưa xếp loại",
    not_submitted_mark: "chưa nộp",
    not_submitted_why: "cơ quan có trong danh sách nhưng chưa nộp phiếu",
    not_submitted: |absent, all| match absent {
        0 => format!("Cả {all} cơ quan trong danh sách đều đã nộp."),
        _ => format!("Chưa nộp: {absent} trên {all} cơ quan trong danh sách."),
    },
    not_submitted_by_period: |periods| {
        let periods: Vec<String> =
            periods.iter().map(|(period, absent)| format!("kỳ {period}: {absent}")).collect();
        format!("Chưa nộp theo kỳ đánh giá: {}.", periods.join("; "))
    },
    left_out: |ranked| {
        if ranked {
            "Không chấm vì có tệp lỗi; thứ hạng trên đây không tính các cơ quan này"
        } else {
            "Không chấm vì có tệp lỗi"
        }
    },
    names_nobody: "Chưa rõ cơ quan nào",
    perhaps_submitted: |files| {
        format!("Có {files} tệp lỗi chưa rõ là của những cơ quan nào: có thể của cơ quan ghi là chưa nộp.")
    },
    no_ranks: "Chưa xếp hạng ai khi còn tệp có lỗi; thêm --keep-going để xếp hạng các cơ quan còn lại.",
    no_comparison: "Bộ tiêu chí so các cơ quan với nhau nên chưa chấm ai; thêm --keep-going để chấm các cơ quan còn lại.",
    passed_over: "Bỏ qua trong thư mục",
    criteria: "bộ tiêu chí",
    thresholds: "tệp ngưỡng",
    roster: "danh sách cơ quan",
    results: "bảng kết quả",
    table: "bảng khác",
    other: "tệp loại khác",
    no_ending: "không có đuôi",
    files: |count, endings| format!("{count} tệp ({endings})"),
    folder_empty: |folder| format!("Thư mục `{folder}` không có tệp nào."),
    pattern_empty: |pattern| format!("Không có tệp nào khớp với `{pattern}`."),
    pattern_wrong: |pattern| format!("Không có tệp `{pattern}`, và đó cũng không phải mẫu tên tệp hợp lệ."),
    no_evidence: |named| format!("Không có phiếu chấm điểm nào trong {named}."),
    sound_roster: |agencies| format!("danh sách cơ quan, hợp lệ: {agencies} cơ quan"),
    broken_roster: "danh sách cơ quan, có lỗi",
    sound_results: |rows| format!("bảng kết quả, hợp lệ: {rows} dòng"),
    broken_results: "bảng kết quả, có lỗi",
    output: "kết quả do cchc in ra: không cần kiểm tra",
    reading: "Đang đọc",
};

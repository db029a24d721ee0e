//! The short words in Vietnamese.

use crate::analysis::Cause;
use crate::wording::labels::{Coverage, Labels};

/// The labels in Vietnamese.
pub(in crate::wording) const LABELS: Labels = Labels {
    fault: "lỗi",
    warning: "cảnh báo",
    mend: "cách sửa",
    faults_found: |count| format!("Có {count} lỗi."),
    nothing_scored: "Chưa chấm điểm: hãy sửa các lỗi trên rồi chạy lại.",
    withheld: |agencies| format!("Chưa chấm vì tệp có nêu tên các cơ quan này còn lỗi: {agencies}."),
    no_ranks: "Chưa xếp hạng ai khi còn tệp có lỗi.",

    id: "Mã",
    criterion: "Tiêu chí và lý do",
    points: "Tối đa",
    awarded: "Đạt",
    total: "Tổng điểm",
    documents: "Minh chứng",
    note: "Ghi chú",
    advice: "Gợi ý",
    criteria_set: "Bộ tiêu chí",
    period: "Kỳ đánh giá",
    agency: "Cơ quan",
    index: "Chỉ số",
    grade: "Xếp loại",
    rank: "Hạng",
    answered: "Đã trả lời",
    awarded_of: |awarded, applicable| format!("{awarded} trên {applicable} điểm áp dụng"),
    provisional: |roles| format!("TẠM TÍNH, chưa xếp loại: chưa có câu trả lời nào của {roles}"),
    provisional_mark: "tạm tính",
    void: "không có điểm, vì một khống chế hủy bỏ",
    no_total: "bộ tiêu chí này không có điểm tổng",
    nothing_applies: "không có tiêu chí nào áp dụng, nên không có chỉ số",
    group: |Coverage { index, answered, applicable, excused }| {
        let index = index.as_ref().map(|index| format!("chỉ số {index} %, ")).unwrap_or_default();
        let excused = excused.as_ref().map(|points| format!(", không áp dụng {points}")).unwrap_or_default();
        format!("{index}đã trả lời {answered} trên {applicable} điểm{excused}")
    },
    limited: |grade, by, because| format!("Khống chế: xếp loại cao nhất là {grade} vì {by}. {because}"),
    voided: |by, because| format!("Khống chế: hủy điểm vì {by}. {because}"),
    rank_of: |rank, all| format!("{rank} trên {all}"),
    among: "Nhóm",
    scored_so_far: |progress| {
        let excused = progress.excused.as_ref().map(|points| format!(", không áp dụng {points} điểm"));
        let missing = if progress.missing == 0 {
            "không thiếu tiêu chí nào".to_owned()
        } else {
            format!("còn thiếu {} tiêu chí ({} điểm)", progress.missing, progress.missing_points)
        };
        format!(
            "Đã chấm đến nay: {} trên {} điểm áp dụng, {missing}{}.",
            progress.answered,
            progress.applicable,
            excused.unwrap_or_default()
        )
    },
    by_part: "Theo phần điểm",
    answered_by: "Bên chấm",
    not_yet: "chưa có câu trả lời nào",
    answered_points: |points| format!("đã trả lời {points} điểm"),
    summary: "Tổng hợp",
    read_from: "Đã đọc (SHA-256)",
    warnings: |count| format!("Có {count} cảnh báo:"),

    compared: |compared, agree| format!("Đã so {compared} ô; khớp: {agree}; lệch: {}.", compared - agree),
    at_declared_places: |count| {
        format!("Trong đó {count} ô khớp sau khi làm tròn theo số chữ số thập phân đã công bố.")
    },
    nothing_compared: "Chưa đối chiếu: hãy sửa các lỗi trên rồi chạy lại.",
    not_computed: |count| format!("Có công bố nhưng không tính được: {count} ô, nêu ở dưới."),
    not_computed_heading: "Có công bố nhưng không tính được",
    cause: |cause| match cause {
        Cause::AgencyUnknown => "phiếu không có cơ quan này",
        Cause::PeriodUnknown => "phiếu không có kỳ đánh giá này",
        Cause::PeriodNotSaid => "phiếu có nhiều kỳ đánh giá mà dòng này không nêu kỳ nào",
        Cause::CriterionUnknown => "bộ tiêu chí không có tiêu chí này",
        Cause::FigureNotGiven => "bộ tiêu chí không quy định nội dung này",
    },
    cells: |count| format!("{count} ô"),
    cells_skipped: |count| format!("Ô trống, không so: {count}."),
    columns_not_compared: |columns| format!("Các cột không đối chiếu: {columns}."),
    cell_and_reason: "Ô bị lệch và lý do tính lại",
    column: "Cột",
    declared: "Công bố",
    computed: "Tính lại",
    difference: "Chênh lệch",
    declared_and_computed: |declared, computed| format!("công bố: {declared}; tính lại: {computed}"),
    graded: |index, grade, from| {
        let from = from.map_or_else(|| "mức còn lại".to_owned(), |from| format!("từ {from}"));
        format!("chỉ số {index} %: {grade}, {from}")
    },
    no_grade: "điểm tạm tính nên chưa xếp loại",
    ranked: |index, rank| format!("chỉ số {index} %, hạng {rank}"),
    not_ranked: "không xếp hạng: bộ tiêu chí không xếp hạng cơ quan này",
    not_ranked_yet: "điểm tạm tính nên chưa xếp hạng",

    sound_criteria: |name, leaves, points| {
        format!("bộ tiêu chí {name}, hợp lệ: {leaves} tiêu chí chấm điểm, {points} điểm")
    },
    sound_evidence: |agencies, name| {
        format!("phiếu chấm điểm, hợp lệ: {agencies} cơ quan, theo bộ tiêu chí {name}")
    },
    broken_criteria: "bộ tiêu chí, có lỗi",
    broken_evidence: "phiếu chấm điểm, có lỗi",
    unreadable: "không đọc được",
    broken_unknown: "không phải bộ tiêu chí, phiếu chấm điểm hay tệp ngưỡng điểm",

    scored_by: "Người chấm",
    applies_to: "Áp dụng cho",
    when_not_applicable: "Khi không áp dụng",
    answer: "Trả lời",
    meaning: "Nghĩa là",
    basis: "Căn cứ",
    grades: "Xếp loại theo chỉ số",
    parts: "Gồm",
    scored_criteria: "Số tiêu chí",
    title: "Tên",
    unknown_set: |name, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là `{nearest}`?")).unwrap_or_default();
        format!("Không có bộ tiêu chí `{name}`, trong chương trình hay trên đĩa.{meant} Có sẵn: {known}.")
    },
    unknown_criterion: |set, id, nearest| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là `{nearest}`?")).unwrap_or_default();
        format!("Bộ tiêu chí {set} không có tiêu chí `{id}`.{meant}")
    },
    cannot_read: |file, why| format!("Không đọc được `{file}`: {why}."),
    cannot_write: |file, why| format!("Không ghi được `{file}`: {why}."),
    is_folder: "đó là thư mục; hãy nêu tên từng tệp trong đó",
    no_folder: "không có thư mục đó",
    not_there: "không có tệp này",
    not_allowed: "không có quyền mở",
    written: |file| format!("Đã ghi {file}."),
};

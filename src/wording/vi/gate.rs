//! The words of thresholds in Vietnamese.

use crate::analysis::{Gauge, Reached};
use crate::wording::gate::{Gate, Missed};
use crate::wording::quoting::quoted;

/// The words of thresholds in Vietnamese.
pub(in crate::wording) const GATE: Gate = Gate {
    gauge: |gauge, title| match gauge {
        Gauge::Index => "chỉ số".to_owned(),
        Gauge::Coverage => "phần điểm áp dụng đã trả lời".to_owned(),
        Gauge::Documents => "câu trả lời có minh chứng".to_owned(),
        Gauge::Field(_) => format!("chỉ số của {title}"),
        Gauge::Criterion(_) => format!("điểm của {title}"),
    },
    missed: |Missed { agency, what, got, wanted, short }| {
        let agency = agency.map(|agency| format!("{agency}: ")).unwrap_or_default();
        let short = short.map(|short| format!(", thiếu {short}")).unwrap_or_default();
        format!("Chưa đạt ngưỡng: {agency}{what}: {got}, cần {wanted}{short}.")
    },
    reached: |reached| match reached {
        Reached::Number(_) => "",
        Reached::Provisional => "mới tạm tính",
        Reached::Missing => "chưa có câu trả lời",
        Reached::Void => "không có điểm vì một khống chế hủy bỏ",
        Reached::DecidedAbove => "đã ấn định điểm theo nhóm, không có điểm riêng",
        Reached::Nothing => "không có",
        Reached::NotApplicable => "không áp dụng",
    },
    missed_in_all: |count| format!("Có {count} ngưỡng chưa đạt."),
    met: |thresholds, agencies| {
        let thresholds = if thresholds == 1 {
            "Đã đạt ngưỡng".to_owned()
        } else {
            format!("Đã đạt cả {thresholds} ngưỡng")
        };
        match agencies {
            1 => format!("{thresholds}."),
            _ => format!("{thresholds}, ở cả {agencies} cơ quan."),
        }
    },
    passed_over: |what| format!("Không áp dụng nên không so với ngưỡng: {what}."),

    sound: |count, set| format!("tệp ngưỡng điểm, hợp lệ: {count} ngưỡng, cho bộ tiêu chí {set}"),
    broken: "tệp ngưỡng điểm, có lỗi",

    taken_from: |agency, period, set| {
        let period = period.map(|period| format!(", kỳ {period}")).unwrap_or_default();
        format!("Ngưỡng lấy từ kết quả của {agency}{period}, theo bộ tiêu chí {set}.")
    },
    use_it: "Nâng số cần tốt hơn, bỏ dòng không cần giữ, rồi chạy: cchc score PHIẾU --thresholds TỆP-NÀY",
    index: "chỉ số, tính theo phần trăm",
    coverage: "điểm đã trả lời trên điểm áp dụng",
    documents: "tiêu chí đã trả lời có nêu minh chứng, trên số tiêu chí cần minh chứng",
    fields: "chỉ số của từng lĩnh vực, tính theo phần trăm",
    criteria: "điểm của từng tiêu chí",
    of_points: |points| format!("tối đa {points}"),
    below_zero: "dưới không",

    which_agency: |known| format!("Phiếu có nhiều cơ quan; hãy nêu một cơ quan bằng `--agency`: {known}."),
    no_such_agency: |agency, nearest, known| {
        let meant = nearest.map(|nearest| format!(" Có phải ý là {}?", quoted(nearest))).unwrap_or_default();
        format!("Phiếu không có cơ quan {}.{meant} Phiếu có: {known}.", quoted(agency))
    },
    several_periods: |agency, periods| {
        format!("Phiếu có nhiều kỳ đánh giá của {agency} ({periods}); hãy nêu tệp chỉ có một kỳ.")
    },
    nothing_made: "Chưa lập tệp ngưỡng: hãy sửa các lỗi trên rồi chạy lại.",
};

//! Layers, corrections and findings in Vietnamese.

use crate::answer::Role;
use crate::wording::sides::Sides;

/// The words in Vietnamese.
pub(in crate::wording) const SIDES: Sides = Sides {
    layer: |role, round| match (role, round) {
        (Role::Own, _) => "Tự chấm",
        (Role::Appraisal, None) => "Thẩm định",
        (Role::Appraisal, Some(1)) => "Thẩm định vòng 1",
        (Role::Appraisal, Some(_)) => "Thẩm định vòng 2",
        (Role::Inspection, _) => "Đoàn kiểm tra",
        (Role::Survey, _) => "Điều tra xã hội học",
        (Role::Leader, _) => "Lãnh đạo cấp trên",
    },
    note: |role| match role {
        Role::Own => "Giải trình",
        Role::Appraisal | Role::Inspection => "Nhận xét",
        Role::Survey | Role::Leader => "Ghi chú",
    },
    settled: "trưởng đoàn quyết định",
    side_by_side: |assessed| format!("Tự chấm bên cạnh {}", lowered(assessed)),
    field: "Lĩnh vực",
    both: |both, differ| match differ {
        0 => format!("Hai bên cùng chấm {both} tiêu chí, điểm không chênh lệch ở tiêu chí nào."),
        _ => format!("Hai bên cùng chấm {both} tiêu chí. Điểm chênh lệch ở {differ} tiêu chí."),
    },
    corrections: "Tiêu chí chênh lệch, nhiều nhất trước",
    lowered: |agencies| {
        format!("Tiêu chí bị giảm điểm nhiều lần nhất, trong {agencies} cơ quan vừa tự chấm vừa được chấm")
    },
    agencies: "Số cơ quan",
    points_lowered: "Tổng giảm",
    results: "Kết quả đạt được",
    shortcomings: "Tồn tại, hạn chế",
    requests: "Kiến nghị",
    owner: |owner| format!("thực hiện: {owner}"),
    due: |date| format!("hạn: {date}"),
};

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

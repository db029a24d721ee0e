//! The words of follow-up in Vietnamese.

use crate::analysis::{Because, State};
use crate::points::Points;
use crate::wording::follow_up::{Figures, FollowUp};
use crate::wording::points;

/// The words of follow-up in Vietnamese.
pub(in crate::wording) const FOLLOW_UP: FollowUp = FollowUp {
    then_now: |then, now| format!("{then} → {now}"),
    as_of: |day| format!("Xét đến ngày: {day}"),
    counted: |all, states| {
        let states = states.iter().filter(|(_, count)| *count > 0);
        let states: Vec<String> = states.map(|(at, count)| format!("{} {count}", state(*at))).collect();
        format!("Kiến nghị: {all} ({}).", states.join(", "))
    },
    nothing_asked: "Kiến nghị: không có.",
    state,
    because: |because| match because {
        Because::Repeated => "phiếu mới lại nêu kiến nghị này",
        Because::Praised => "phiếu mới ghi nhận là kết quả đã đạt",
        Because::NothingLost => "tiêu chí không còn mất điểm",
        Because::StillLost => "tiêu chí vẫn còn mất điểm",
        Because::Unanswered => "tiêu chí chưa được trả lời đầy đủ",
        Because::NotApplicable => "tiêu chí nay không áp dụng",
        Because::CriterionGone => "bộ tiêu chí mới không còn tiêu chí này, phiếu mới không nhắc đến",
        Because::NotMentioned => "phiếu mới không nhắc đến",
        Because::AgencyGone => "phiếu mới không có cơ quan này",
    },
    scores: |then, now| match now {
        Some(now) => format!("trước {}, nay {}", score(then), score(now)),
        None => format!("trước {}", score(then)),
    },
    came_back: |points, further| {
        if further { format!("mất thêm {points}") } else { format!("lấy lại {points}") }
    },
    owner: "Chủ trì",
    criterion: "Tiêu chí",
    state_column: "Tình trạng",
    due: "Thời hạn",
    request: "Kiến nghị và lý do",

    lost_heading: "Điểm bị mất trước đây",
    nothing_lost: "Điểm bị mất trước đây: không có.",
    newly_lost_heading: "Điểm mới bị mất",
    then: "Trước",
    now: "Nay",
    back: "Lấy lại",
    criterion_column: "Tiêu chí",
    unanswered: |now| if now { "nay chưa trả lời" } else { "trước chưa trả lời" },
    not_applicable: |now| if now { "nay không áp dụng" } else { "trước không áp dụng" },
    absent: |now| if now { "bộ mới không còn" } else { "bộ cũ không có" },
    sums: |sums| {
        format!(
            "Trước mất {}{}; nay mất {}{}; lấy lại {}{}.",
            points(&sums.then),
            of_which(&sums.then_unanswered),
            points(&sums.now),
            of_which(&sums.now_unanswered),
            points(&sums.came_back),
            not_compared(&sums.not_compared),
        )
    },
    never_answered: |count, points| {
        format!("Không liệt kê: {count} tiêu chí ({points} điểm) trước và nay đều chưa trả lời.")
    },
    newly_lost: |points| format!("Mới mất: {points}."),

    only_new: |agencies| format!("Chỉ có trong phiếu mới nên không có gì để theo dõi: {agencies}."),
    nothing_followed: "Chưa theo dõi được: hãy sửa các lỗi trên rồi chạy lại.",
};

fn state(state: State) -> &'static str {
    match state {
        State::Met => "đã thực hiện",
        State::Open => "chưa thực hiện",
        State::Overdue => "quá hạn",
        State::NotApplicable => "không áp dụng",
    }
}

fn score(Figures { awarded, of }: &Figures) -> String {
    match awarded {
        Some(awarded) => format!("{awarded} trên {of}"),
        None => format!("chưa có điểm trên {of}"),
    }
}

fn of_which(unanswered: &Points) -> String {
    if unanswered.is_zero() {
        String::new()
    } else {
        format!(" ({} do chưa trả lời)", points(unanswered))
    }
}

fn not_compared(number: &Points) -> String {
    if number.is_zero() {
        String::new()
    } else {
        format!("; không so {}, ở tiêu chí nay không áp dụng hoặc không còn", points(number))
    }
}

//! Reasons and rules in Vietnamese.

use crate::answer::Role;
use crate::calendar::Date;
use crate::criteria::Combine;
use crate::rules::Average;
use crate::wording::words::Words;

/// Vietnamese.
pub(in crate::wording) struct Vi;

impl Words for Vi {
    fn date(&self, date: Date) -> String {
        date.day_first()
    }
    fn of(&self, part: &str, whole: &str) -> String {
        format!("{part} trên {whole}")
    }
    fn low_edge(&self, edge: &str, above: bool) -> String {
        if above { format!("trên {edge}") } else { format!("từ {edge}") }
    }
    fn high_edge(&self, edge: &str, up_to: bool) -> String {
        if up_to { format!("đến hết {edge}") } else { format!("dưới {edge}") }
    }
    fn rounded(&self) -> &'static str {
        "làm tròn"
    }
    fn at_most(&self) -> &'static str {
        "tối đa"
    }
    fn at_least(&self) -> &'static str {
        "tối thiểu"
    }
    fn truth(&self, truth: bool) -> &'static str {
        if truth { "đúng" } else { "sai" }
    }

    fn counts_not_given(&self) -> &'static str {
        "không kèm số liệu"
    }
    fn band(&self) -> &'static str {
        "mức"
    }
    fn what_is_left(&self) -> &'static str {
        "phần còn lại:"
    }
    fn no_item(&self) -> &'static str {
        "không đạt mục nào"
    }
    fn no_fault(&self) -> &'static str {
        "không có lỗi"
    }
    fn no_reply(&self) -> &'static str {
        "không có phiếu trả lời"
    }
    fn faults(&self, count: &str, each: &str) -> String {
        format!("{count} lỗi × {each}")
    }
    fn judged(&self, points: &str, most: &str) -> String {
        format!("đánh giá: {points} trên {most}")
    }
    fn mean_of_replies(&self, replies: &str) -> String {
        format!("trung bình của {replies} phiếu")
    }
    fn due(&self, date: &str) -> String {
        format!("hạn {date}")
    }
    fn in_time(&self) -> &'static str {
        "đúng hạn"
    }
    fn days_late(&self, days: i64) -> String {
        format!("chậm {days} ngày")
    }
    fn never(&self, due: &str) -> String {
        format!("không thực hiện, hạn {due}")
    }
    fn decided(&self) -> &'static str {
        "điểm ấn định"
    }
    fn missing(&self) -> &'static str {
        "thiếu: chưa có câu trả lời"
    }
    fn not_applicable(&self) -> &'static str {
        "không áp dụng"
    }
    fn no_part(&self) -> &'static str {
        "không tiêu chí thành phần nào áp dụng"
    }
    fn group_not_applicable(&self, group: &str) -> String {
        format!("cả nhóm {group} không áp dụng")
    }
    fn gets_full(&self) -> &'static str {
        "được trọn điểm"
    }
    fn gets_zero(&self) -> &'static str {
        "0 điểm"
    }
    fn left_out(&self) -> &'static str {
        "không tính vào tổng điểm"
    }
    fn shared_out(&self) -> &'static str {
        "điểm chia lại cho các tiêu chí cùng nhóm"
    }
    fn not_held(&self, reason: &str) -> String {
        format!("không tổ chức: {reason}")
    }
    fn void(&self) -> &'static str {
        "không có điểm: bị một khống chế hủy bỏ"
    }
    fn not_for_kind(&self, kind: &str) -> String {
        format!("không dành cho loại cơ quan `{kind}`")
    }
    fn decided_above(&self, group: &str) -> String {
        format!("đã chấm chung cả nhóm {group}")
    }
    fn combined(&self, how: &Combine) -> &'static str {
        match how {
            Combine::Sum => "tổng điểm các thành phần",
            Combine::Mean => "trung bình các thành phần",
            Combine::Lowest => "mức thấp nhất của các thành phần",
            Combine::Highest => "mức cao nhất của các thành phần",
            Combine::Deduct => "điểm còn lại sau khi trừ theo các thành phần",
            Combine::Formula(_) => "theo công thức",
            Combine::Heading => "đề mục, không chấm điểm riêng",
        }
    }
    fn through_bands(&self) -> &'static str {
        "theo bậc"
    }
    fn on_top(&self, points: &str) -> String {
        format!("điểm thưởng, phạt {points}")
    }
    fn capped(&self, points: &str) -> String {
        format!("tối đa {points}")
    }
    fn grown(&self, from: &str, to: &str) -> String {
        format!("điểm tối đa từ {from} thành {to} vì nhận điểm chia lại")
    }
    fn gate(&self, gate: &str, missing: bool) -> String {
        if missing {
            format!("0 điểm vì điều kiện {gate} chưa có câu trả lời")
        } else {
            format!("0 điểm vì điều kiện {gate} chưa đạt trọn")
        }
    }
    fn no_more_than(&self, bound: &str) -> String {
        format!("không quá điểm của {bound}")
    }
    fn floor(&self, floor: &str) -> String {
        format!("không thấp hơn {floor}")
    }

    fn rule_yes_no(&self) -> &'static str {
        "Có thì trọn điểm, không thì 0 điểm."
    }
    fn rule_choice(&self) -> &'static str {
        "Chọn một mức:"
    }
    fn rule_checklist(&self, cap: &str) -> String {
        format!("Cộng điểm các mục đạt được, tối đa {cap}:")
    }
    fn rule_share(&self) -> &'static str {
        "Tính theo tỷ lệ:"
    }
    fn rule_bands(&self, share: bool) -> &'static str {
        if share {
            "Tỷ lệ rơi vào mức nào thì được điểm mức đó:"
        } else {
            "Số rơi vào mức nào thì được điểm mức đó:"
        }
    }
    fn rule_count(&self, each: &str, cap: &str) -> String {
        format!("Mỗi đơn vị đếm được {each} điểm, tối đa {cap}.")
    }
    fn rule_deduct(&self, full: &str, floor: &str) -> String {
        format!("Bắt đầu từ {full} điểm, trừ điểm cho mỗi lỗi, thấp nhất {floor}:")
    }
    fn rule_deadline(&self, due: &str) -> String {
        format!("Theo thời hạn {due}:")
    }
    fn due_in_year(&self, day: u8, month: u8, year: i16) -> String {
        match year {
            0 => format!("{day:02}/{month:02} của năm đánh giá"),
            -1 => format!("{day:02}/{month:02} của năm trước năm đánh giá"),
            1 => format!("{day:02}/{month:02} của năm sau năm đánh giá"),
            years if years < 0 => format!("{day:02}/{month:02}, {} năm trước năm đánh giá", -years),
            years => format!("{day:02}/{month:02}, {years} năm sau năm đánh giá"),
        }
    }
    fn rule_survey(&self) -> &'static str {
        "Điểm trung bình của mọi phiếu trả lời, mỗi phiếu theo mức:"
    }
    fn average(&self, average: Average) -> &'static str {
        match average {
            Average::Mean => "mức trung bình",
            Average::Median => "mức trung vị",
        }
    }
    fn versus(&self, own: &str, average: &str, peers: &str) -> String {
        format!("{own} so với {average} {peers}")
    }
    fn rule_versus(&self, average: &str) -> String {
        format!(
            "Trả lời chia cho {average} của các cơ quan cùng loại, cùng kỳ rơi vào bậc nào thì được điểm bậc đó:"
        )
    }
    fn rule_judged(&self, most: &str) -> String {
        format!("Người chấm đánh giá từ 0 đến {most} điểm")
    }
    fn rule_formula(&self, formula: &str, cap: &str) -> String {
        format!("Theo công thức, tối thiểu 0 và tối đa {cap}: `{formula}`.")
    }
    fn input(&self, unit: &str) -> String {
        if unit.is_empty() { "số, từ 0".to_owned() } else { format!("số {unit}, từ 0") }
    }
    fn in_steps_of(&self, step: &str) -> String {
        format!(", từng bước {step}")
    }
    fn in_proportion(&self, full: &str, goal: &str, turned: bool) -> String {
        let share = if turned { "(100 % − tỷ lệ)" } else { "tỷ lệ" };
        if goal.is_empty() { format!("{full} × {share}") } else { format!("{full} × {share} / {goal}") }
    }
    fn each_fault(&self, each: &str) -> String {
        format!("mỗi lỗi trừ {each}")
    }
    fn for_all_values(&self) -> &'static str {
        "mọi giá trị"
    }
    fn day_or_before(&self) -> &'static str {
        "đúng hạn"
    }
    fn late_by(&self, edges: &str) -> String {
        if edges.is_empty() { "chậm".to_owned() } else { format!("chậm {edges} ngày") }
    }
    fn never_done(&self) -> &'static str {
        "không thực hiện (`never`)"
    }
    fn when_empty(&self) -> &'static str {
        "0 trên 0"
    }
    fn refused(&self) -> &'static str {
        "không chấp nhận"
    }

    fn of_date(&self, date: &str) -> String {
        format!("ngày {date}")
    }
    fn by_issuer(&self, issuer: &str) -> String {
        format!("của {issuer}")
    }
    fn pages(&self, pages: &str) -> String {
        format!("tr. {pages}")
    }

    fn part(&self, role: Role) -> &'static str {
        match role {
            Role::Own => "phần tự chấm",
            Role::Appraisal => "phần thẩm định",
            Role::Inspection => "phần kiểm tra",
            Role::Survey => "phần điều tra xã hội học",
            Role::Leader => "phần lãnh đạo chấm",
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Own => "tự chấm",
            Role::Appraisal => "thẩm định",
            Role::Inspection => "đoàn kiểm tra",
            Role::Survey => "điều tra xã hội học",
            Role::Leader => "lãnh đạo cấp trên",
        }
    }
}

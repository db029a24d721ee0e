//! Formulas as tables of cases: what is wrong and where, what can be zero, what they come to.

use super::{Expression, Figure, Name};
use crate::fields::Reading;
use crate::points::Points;
use crate::problem::{Checked, Problems};
use crate::source::Source;
use crate::yaml::{self, Value};
use proptest::prelude::*;

fn number(text: &str) -> Points {
    Points::read(text).unwrap()
}

/// Reads the value behind `f: ` over `a`, `b` and `c` from zero and `any` without end.
fn read(yaml: &str) -> Result<Expression, Vec<String>> {
    let source = Source::new("f", format!("f: {yaml}\n"));
    let mut problems = Problems::default();
    let tree = yaml::read(&source, &mut problems).expect("it is YAML");
    let Value::Table(entries) = &tree[0].value else { panic!("a table") };
    let mut names: Vec<Name> = ["a", "b", "c", "ho_so"].into_iter().map(Name::from_zero).collect();
    names.push(Name::any("any"));
    let mut reading = Reading { source: &source, problems: &mut problems };
    let read = Expression::read(&mut reading, &entries[0].1, &names);
    match problems.verdict(read) {
        Checked::Sound(expression, _) => Ok(expression),
        Checked::Broken(faults, _) => Err(faults
            .iter()
            .map(|found| {
                let at = found.at.at.as_ref().expect("a place in the file");
                format!("{} {} {}", at.column, &at.excerpt[at.mark.0..at.mark.1], found.what.code())
            })
            .collect()),
    }
}

fn faults(text: &str) -> Vec<String> {
    read(&format!("\"{text}\"")).err().unwrap_or_default()
}

fn expression(text: &str) -> Expression {
    read(&format!("\"{text}\"")).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        ("a +", &["7 + formula-syntax"][..]),
        ("", &["4 \"\" shape-wrong"]),
        ("a b", &["7 b formula-syntax"]),
        ("(a + 1", &["5 ( formula-syntax"]),
        ("a + 1)", &["10 ) formula-syntax"]),
        ("min(a, b", &["8 ( formula-syntax"]),
        ("min(a, )", &["12 ) formula-syntax"]),
        ("a > 1 ? 2", &["11 ? formula-syntax"]),
        ("a > 1 ? b > 2 ? 1 : 2 : 3", &["11 ? formula-syntax"]),
        (
            "a × 2 ≥ 1 ? 80% : 12,5",
            &["7 × formula-syntax", "11 ≥ formula-syntax", "17 80% formula-syntax", "23 12,5 formula-syntax"],
        ),
        ("min(1,500)", &["9 1,500 formula-syntax"]),
        ("a @ 2", &["7 @ formula-syntax"]),
        ("a = 2 ? 1 : 0", &["7 = formula-syntax"]),
        (
            "1e3 + .5 + 5. + 1.2.3",
            &["5 1e3 number-wrong", "11 .5 number-wrong", "16 5. number-wrong", "21 1.2.3 number-wrong"],
        ),
        (
            "99999999999999999999999999999999999999999 + x",
            &["5 99999999999999999999999999999999999999999 number-too-long", "49 x formula-name"],
        ),
        ("x + hồ_sơ * 2 + y", &["5 x formula-name", "9 hồ_sơ formula-name", "21 y formula-name"]),
        ("sqrt(a) + a(2) + min", &["5 sqrt formula-name", "15 a formula-name", "22 min formula-name"]),
        ("a > 1", &["5 a > 1 formula-type"]),
        ("!a", &["5 !a formula-type"]),
        ("a ? 1 : 0", &["5 a formula-type"]),
        ("a < b < c ? 1 : 0", &["5 a < b formula-type"]),
        ("a > 1 && b ? 1 : 0", &["14 b formula-type"]),
        ("a > 1 ? b > 1 : (b > 2)", &["13 b > 1 formula-type", "21 (b > 2) formula-type"]),
        ("(a > 1 ? b : c > 0) ? 1 : 2", &["14 b formula-type"]),
        (
            "share(a, b) + min(a) + abs(a, b) + floor() + clamp(a, 1)",
            &[
                "5 share(a, b) formula-arguments",
                "19 min(a) formula-arguments",
                "28 abs(a, b) formula-arguments",
                "40 floor() formula-arguments",
                "50 clamp(a, 1) formula-arguments",
            ],
        ),
        ("x > 0 ? a / b : 1", &["5 x formula-name"]),
    ] {
        let found = faults(text);
        if found != expected {
            wrong.push((text, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_place_that_cannot_be_told_is_the_whole() {
    assert_eq!(read("a + x"), Err(vec!["8 x formula-name".to_owned()]));
    assert_eq!(read("'a + x'"), Err(vec!["9 x formula-name".to_owned()]));
    assert_eq!(read("\"a + \\x78\""), Err(vec!["4 \"a + \\x78\" formula-name".to_owned()]));
    assert_eq!(read("a +\n  x").map_err(|faults| faults.len()), Err(1));
    assert_eq!(read("a +\n  b").unwrap().text(), "a + b");
    assert_eq!(expression("  min( a,b )   *  2 ").text(), "min( a,b ) * 2");
}

#[test]
fn what_can_be_zero_divides_nothing() {
    let mut wrong = Vec::new();
    for (text, place) in [
        ("a / b", Some("9 b")),
        ("a / 0", Some("9 0")),
        ("a / (b - 1)", Some("9 (b - 1)")),
        ("a / (b * c)", Some("9 (b * c)")),
        ("a / any", Some("9 any")),
        ("a / (any * any + 1 - any)", Some("9 (any * any + 1 - any)")),
        ("a / floor(b + 0.5)", Some("9 floor(b + 0.5)")),
        ("a / ceil(b)", Some("9 ceil(b)")),
        ("a / max(b, 0)", Some("9 max(b, 0)")),
        ("a / share(1, b, 0)", Some("9 share(1, b, 0)")),
        ("b >= 0 ? a / b : 0", Some("18 b")),
        ("b < 2 ? a / b : 0", Some("17 b")),
        ("b != 1 ? a / b : 0", Some("18 b")),
        ("b == 0 ? a / b : 0", Some("18 b")),
        ("b > 0 ? 0 : a / b", Some("21 b")),
        ("b > 0 || c > 0 ? a / b : 0", Some("26 b")),
        ("a / b > 1 && b > 0 ? 1 : 0", Some("9 b")),
        ("any > 0 || a / any > 0 ? 1 : 0", Some("20 any")),
        ("b > c ? a / (c - b + 1) : 0", Some("17 (c - b + 1)")),
        ("(b > 0 ? 1 : 0) + a / b", Some("27 b")),
        ("b > any ? a / b : 0", Some("19 b")),
        ("a / 2", None),
        ("a / -2", None),
        ("a / (b + 1)", None),
        ("a / max(b, 1)", None),
        ("a / clamp(b, 1, 10)", None),
        ("a / ceil(b + 0.5)", None),
        ("a / (abs(any) + 0.1)", None),
        ("b != 0 ? a / b : 0", None),
        ("b > 0 ? a / b : 0", None),
        ("0 < b ? a / b : 0", None),
        ("b >= 1 ? a / b : 0", None),
        ("b < 1 ? 0 : a / b", None),
        ("b == 0 ? 0 : a / b", None),
        ("b == 3 ? a / b : 0", None),
        ("!(b == 0) ? a / b : 0", None),
        ("b > 0 && c > 0 ? a / (b * c) + a / (b + c) : 0", None),
        ("b == 0 || c == 0 ? 0 : a / b / c", None),
        ("b > 0 && a / b > 0.5 ? 1 : 0", None),
        ("b == 0 || a / b > 0.5 ? 1 : 0", None),
        ("b > c ? a / (b - c) + a / b : 0", None),
        ("b + c > 0 ? a / (b + c) : 0", None),
        ("any != 0 ? a / any : 0", None),
        ("any < 0 ? a / any : 0", None),
        ("b > 0 ? (c > b ? a / c : 0) : 0", None),
        ("a / (b > 0 ? b : 1)", None),
        ("share(a, b, 0)", None),
    ] {
        let expected: Vec<String> =
            place.iter().map(|place| format!("{place} formula-divides-by-zero")).collect();
        let found = faults(text);
        if found != expected {
            wrong.push((text, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn it_comes_to_what_is_computed_by_hand() {
    let inputs = ["10", "12", "0", "4.5", "-3"].map(number);
    for (text, expected) in [
        ("1 / 12 * 4.50", "0.375"),
        ("4 * share(a, b, 0)", "3.333333333333"),
        ("share(a, c, 2)", "2"),
        ("a - b - 1", "-3"),
        ("a - (b - 1)", "-1"),
        ("2 + 3 * 4 / 6 - -1", "5"),
        ("-a * -2", "20"),
        ("--a", "10"),
        ("min(a, b, 3) + max(a, b)", "15"),
        ("abs(any) + floor(ho_so) + ceil(ho_so) + floor(-4.5) + ceil(-4.5)", "3"),
        ("clamp(a, 0, 8) + clamp(a, 11, 12)", "19"),
        ("a < b ? 1 : 2", "1"),
        ("a >= 10 && b != 12 || c == 0 ? 1 : 2", "1"),
        ("!(a <= 10) ? 1 : c > 0 ? 2 : 3", "3"),
        ("(a > 1 ? b > 100 : b > 1) ? 1 : 2", "2"),
        ("0.1 + 0.2 == 0.3 ? 1 : 0", "1"),
        ("b > 0 ? a / b * 12 : 0", "10"),
    ] {
        assert_eq!(expression(text).value(&inputs).points.to_string(), expected, "{text}");
    }
    let fourth = expression("1 / 12 * 4.50").value(&inputs).points;
    assert_eq!(fourth.fixed(2), "0.38");
}

#[test]
fn every_step_is_kept() {
    let inputs = ["10", "12", "0", "4.5", "-3"].map(number);
    let said = |figure: &Figure| match figure {
        Figure::Number(number) => number.shortest(4),
        Figure::Truth(truth) => truth.to_string(),
    };
    for (text, put_in, expected) in [
        ("4 * share(a, b, 0)", "4 * share(10, 12, 0)", "share(10, 12, 0) = 0.8333; 4 * 0.8333 = 3.3333"),
        ("a > 5 ? 2 : b / 3", "10 > 5 ? 2 : 12 / 3", "10 > 5 = true; true ? 2 : … = 2"),
        (
            "!(a > 5 || b > 1) ? 2 : b / 3",
            "!(10 > 5 || 12 > 1) ? 2 : 12 / 3",
            "10 > 5 = true; !true = false; 12 / 3 = 4; false ? … : 4 = 4",
        ),
        ("ho_so", "4.5", ""),
    ] {
        let expression = expression(text);
        let steps = expression.value(&inputs).steps;
        let steps: Vec<String> =
            steps.iter().map(|step| format!("{} = {}", step.said(&said), said(&step.result))).collect();
        assert_eq!(steps.join("; "), expected, "{text}");
        assert_eq!(expression.put_in(&inputs, &|number| number.shortest(4)), put_in);
    }
}

#[test]
fn bounds_hold_what_it_can_be() {
    let unbounded = || (Points::ZERO, None);
    let mut inputs = vec![unbounded(), unbounded(), (number("1"), Some(number("4"))), unbounded()];
    inputs.push((number("-2"), Some(number("3"))));
    for (text, low, high) in [
        ("a", Some("0"), None),
        ("5 - a", None, Some("5")),
        ("c * any", Some("-8"), Some("12")),
        ("c - any", Some("-2"), Some("6")),
        ("any / (c + 1)", Some("-1"), Some("1.5")),
        ("1 / (c + 1)", Some("0.2"), Some("0.5")),
        ("min(2, a)", Some("0"), Some("2")),
        ("max(2, a)", Some("2"), None),
        ("clamp(any * 100, 0, 3)", Some("0"), Some("3")),
        ("abs(any)", Some("0"), Some("3")),
        ("floor(c / 3) + ceil(c / 3)", Some("1"), Some("3")),
        ("share(any, c, 7)", Some("-2"), Some("3")),
        ("share(c, a, 7)", Some("0"), None),
        ("a > 3 ? 2 : a", Some("0"), Some("3")),
        ("c >= 2 ? 1 : 1.5", Some("1"), Some("1.5")),
        ("-a", None, Some("0")),
    ] {
        let bounds = expression(text).bounds(&inputs);
        assert_eq!(bounds, (low.map(number), high.map(number)), "{text}");
    }
}

#[test]
fn bounds_of_a_text_are_kept() {
    let deep = |levels: usize| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert_eq!(faults(&deep(31)), Vec::<String>::new());
    assert_eq!(faults(&deep(32)), ["37 a formula-too-deep"]);
    assert_eq!(faults(&"-".repeat(100))[0].split(' ').next_back(), Some("formula-too-deep"));
    let chain = format!("{}1", "a > 1 ? 2 : ".repeat(64));
    assert_eq!(faults(&chain), Vec::<String>::new(), "a chain does not nest");
    for long in [format!("a{}", "+a".repeat(129)), format!("a{}", " + 1".repeat(250))] {
        assert_eq!(faults(&long)[0].split(' ').next_back(), Some("formula-too-long"));
    }
    let nested = format!("{}a{}", "(a / (".repeat(15), " > 0 ? 1 : 2))".repeat(15));
    assert_eq!(faults(&nested), Vec::<String>::new(), "conditions in conditions are looked at once");
}

/// The largest formulas with the longest numbers fit the smallest stack on which the program runs.
#[test]
fn the_largest_formula_is_small_work() {
    let number = number(&format!("0.{}7", "3".repeat(36)));
    let work = move || {
        let chain = format!("{}1", "a > 1 ? 2 : ".repeat(64));
        let product = format!("a{}", "*a".repeat(128));
        let both = format!("a>1{} ? 1 : 0", "&&a>1".repeat(63));
        for text in [chain, product, both] {
            let expression = expression(&text);
            assert!(!expression.value(&vec![number.clone(); 5]).steps.is_empty());
        }
    };
    let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(work).expect("a thread can be had");
    thread.join().expect("it comes to an end");
}

/// A random formula of a number, and of a condition where `truth`.
fn random(luck: &mut std::slice::Iter<'_, u8>, depth: u8, truth: bool) -> String {
    let next = luck.next().copied().unwrap_or_default();
    let leaf = depth == 0;
    if truth {
        let sign =
            ["<", "<=", ">", ">=", "==", "!=", "&&", "||", "!"][usize::from(next) % if leaf { 6 } else { 9 }];
        if sign == "!" {
            return format!("!({})", random(luck, depth - 1, true));
        }
        let joins = sign == "&&" || sign == "||";
        let mut side = || random(luck, depth.saturating_sub(1), joins);
        let (left, right) = (side(), side());
        return if joins { format!("({left} {sign} {right})") } else { format!("{left} {sign} {right}") };
    }
    let leaves = ["a", "b", "c", "any", "0", "1", "0.5", "3"];
    if leaf || next < 60 {
        return leaves[usize::from(next) % leaves.len()].to_owned();
    }
    let mut part = |truth| random(luck, depth - 1, truth);
    match next % 12 {
        0 => format!("({} + {})", part(false), part(false)),
        1 => format!("({} - {})", part(false), part(false)),
        2 => format!("({} * {})", part(false), part(false)),
        3 | 4 => format!("{} / ({})", part(false), part(false)),
        5 => format!("min({}, {})", part(false), part(false)),
        6 => format!("max({}, {})", part(false), part(false)),
        7 => format!("abs({}) + floor({}) + ceil({})", part(false), part(false), part(false)),
        8 => format!("clamp({}, {}, {})", part(false), part(false), part(false)),
        9 => format!("share({}, {}, {})", part(false), part(false), part(false)),
        _ => format!("({} ? {} : {})", part(true), part(false), part(false)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was accepted has a value for all inputs within their ends, and that lies within its bounds.
    #[test]
    fn what_is_accepted_has_a_value_within_its_bounds(
        luck in proptest::collection::vec(any::<u8>(), 60),
        inputs in proptest::collection::vec(0..9_i64, 5),
    ) {
        let text = random(&mut luck.iter(), 4, false);
        let Ok(expression) = read(&format!("\"{text}\"")) else { return Ok(()) };
        prop_assert_eq!(read(&format!("'{}'", expression.text())).map(|again| again.root), Ok(expression.root.clone()));
        let half = |number: i64| Points::whole(number).over(&Points::whole(2)).unwrap();
        let mut inputs: Vec<Points> = inputs.into_iter().map(half).collect();
        inputs[4] = &inputs[4] - &Points::whole(2);
        let value = expression.value(&inputs).points;
        let mut ends: Vec<(Points, Option<Points>)> = vec![(Points::ZERO, None); 4];
        ends.push((half(-4), Some(half(4))));
        let exact: Vec<_> = inputs.iter().map(|input| (input.clone(), Some(input.clone()))).collect();
        for ends in [ends, exact] {
            let (low, high) = expression.bounds(&ends);
            prop_assert!(low.is_none_or(|low| low <= value), "{}", text);
            prop_assert!(high.is_none_or(|high| value <= high), "{}", text);
        }
    }
}

//! Bars for numbers that are also written out: a picture beside words, never instead of them.

use leptos::prelude::*;

use crate::platform::ids;

/// Width of a drawing; its height is a tenth.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 20.0;

/// One bar.
#[derive(Clone, PartialEq)]
pub struct Bar {
    /// What it is of.
    pub label: Signal<String>,
    /// The number in words.
    pub words: Signal<String>,
    /// How much of the longest possible bar, 0 to 1; nothing for a number that is not shown.
    pub part: Option<f64>,
    /// Where a mark stands, 0 to 1: a target, a pace.
    pub mark: Option<f64>,
}

/// A list of labelled bars, drawn as SVG. Who hears the page hears the words; the drawing says
/// nothing that they do not say. Stripes and outlines carry it on paper without colours.
#[component]
pub fn Bars(
    /// What the picture is of.
    #[prop(into)]
    title: Signal<String>,
    /// The bars.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
) -> impl IntoView {
    let stripes = ids::element_id("stripes");
    let rows = move || {
        let stripes = stripes.clone();
        bars.get()
            .into_iter()
            .map(move |bar| {
                let drawing = bar.part.map(|part| drawing(part, bar.mark, &stripes));
                view! {
                    <li class="bars__row">
                        <span dir="auto">{bar.label}</span>
                        {drawing}
                        <span class="bars__words">{bar.words}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! { <ul class="bars" aria-label=title>{rows}</ul> }
}

fn drawing(part: f64, mark: Option<f64>, stripes: &str) -> AnyView {
    let at = |part: f64| format!("{:.1}", part.clamp(0.0, 1.0) * WIDTH);
    // Each drawing has stripes of its own: an id may stand only once in a page.
    let stripes = ids::element_id(stripes);
    let fill = format!("url(#{stripes})");
    let mark = mark.map(|mark| {
        let x = at(mark);
        view! {
            <line class="bars__mark" x1=x.clone() x2=x y1="0" y2=HEIGHT.to_string()/>
        }
    });
    view! {
        <svg
            class="bars__drawing"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <defs>
                <pattern id=stripes width="6" height="6" patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)">
                    <rect class="bars__ground" width="6" height="6"/>
                    <rect class="bars__stripe" width="3" height="6"/>
                </pattern>
            </defs>
            <rect class="bars__room" width=WIDTH.to_string() height=HEIGHT.to_string()/>
            <rect class="bars__bar" width=at(part) height=HEIGHT.to_string() fill=fill/>
            {mark}
        </svg>
    }
    .into_any()
}

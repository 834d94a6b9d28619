//! Starts the browser app: words first, then the page, so that nothing is shown without words.

use leptos::mount::mount_to;
use passerelle::{
    app::App,
    i18n,
    platform::{crash, page, prefs, task},
};

fn main() {
    #[cfg(not(feature = "split"))]
    crash::install_hook();
    page::set_text_size(&prefs::get(prefs::Pref::TextSize).unwrap_or_default());
    task::spawn(async {
        if !i18n::start().await {
            // Without words nothing can be said but the static notice, which offers to reload.
            crash::show_notice();
            return;
        }
        page::remove_element("splash");
        mount_to(page::root(), App).forget();
    });
}

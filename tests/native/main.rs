//! What can be tested without a browser: the catalogues as the app reads them, and the paths.

mod catalogues;
mod paths;

//! What holds for the whole association.

use super::StoreError;
use async_trait::async_trait;
use board::office::setting::Settings;

/// The settings.
#[async_trait]
pub trait SettingStore: Send + Sync {
    /// The settings, and their version.
    async fn settings(&self) -> Result<(Settings, u64), StoreError>;

    /// Changes them. [`StoreError::Stale`] when they are another version by now.
    async fn change_settings(&self, to: Settings, version: u64) -> Result<(), StoreError>;
}

//! The server's own certificate for `--lan`: browsers ask once whether to trust it, and then give
//! the page what only secure pages get.

use super::StartError;
use axum_server::tls_rustls::RustlsConfig;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use std::{fs, net::IpAddr, path::Path, sync::Arc};

/// The certificate for an address; kept, so that a browser's trust outlives a restart.
pub(super) fn certificate(data: &Path, address: IpAddr) -> Result<RustlsConfig, StartError> {
    let file = data.join(format!("lan-{}.pem", address.to_string().replace(':', "-")));
    let pem = match fs::read_to_string(&file) {
        Ok(pem) => pem,
        Err(_) => make(data, &file, address)?,
    };
    let chain = CertificateDer::pem_slice_iter(pem.as_bytes()).collect::<Result<Vec<_>, _>>();
    let chain = chain.map_err(failed)?;
    let key = PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(failed)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(failed)?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(failed)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(RustlsConfig::from_config(Arc::new(config)))
}

/// Makes one for this address and forgets those of earlier addresses.
fn make(data: &Path, file: &Path, address: IpAddr) -> Result<String, StartError> {
    let names = vec![address.to_string(), "localhost".to_owned()];
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).map_err(failed)?;
    for entry in fs::read_dir(data).map_err(failed)?.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with("lan-") && name.ends_with(".pem") {
            fs::remove_file(entry.path()).map_err(failed)?;
        }
    }
    let pem = cert.pem() + &signing_key.serialize_pem();
    crate::secret::write_private(file, &pem).map_err(failed)?;
    Ok(pem)
}

fn failed(error: impl std::fmt::Display) -> StartError {
    StartError::Certificate(error.to_string())
}

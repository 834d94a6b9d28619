//! Where the server listens: this machine only, or the whole network over HTTPS.

use super::{StartError, tls};
use crate::config::Config;
use axum::{Router, extract::connect_info::IntoMakeServiceWithConnectInfo};
use axum_server::{Handle, tls_rustls::RustlsConfig};
use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket},
};

/// The open doors.
pub(super) struct Doors {
    /// Sockets that already listen: a port in use is known before anything else is said.
    pub(super) listeners: Vec<TcpListener>,
    /// The address to type.
    pub(super) origin: String,
    /// The certificate, when the whole network may come.
    pub(super) tls: Option<RustlsConfig>,
}

/// Opens the doors.
pub(super) fn open(config: &Config) -> Result<Doors, StartError> {
    if config.lan {
        return open_to_network(config);
    }
    let first = listen(IpAddr::V4(Ipv4Addr::LOCALHOST), config.port)?;
    let port = port_of(&first, config.port)?;
    let mut listeners = vec![first];
    // "localhost" is either of the two; a machine without IPv6 has only one.
    match listen(IpAddr::V6(Ipv6Addr::LOCALHOST), port) {
        Ok(second) => listeners.push(second),
        Err(StartError::PortInUse(port)) => return Err(StartError::PortInUse(port)),
        Err(error) => tracing::debug!(%error, "no IPv6 on this machine"),
    }
    Ok(Doors { listeners, origin: format!("http://localhost:{port}"), tls: None })
}

fn open_to_network(config: &Config) -> Result<Doors, StartError> {
    let listener = listen(IpAddr::V4(Ipv4Addr::UNSPECIFIED), config.port)?;
    let port = port_of(&listener, config.port)?;
    let address = network_address();
    let tls = tls::certificate(&config.data, address)?;
    let origin = format!("https://{address}:{port}");
    Ok(Doors { listeners: vec![listener], origin, tls: Some(tls) })
}

/// Answers at one door until told to stop.
pub(super) async fn serve(
    door: TcpListener,
    tls: Option<RustlsConfig>,
    handle: Handle<SocketAddr>,
    service: IntoMakeServiceWithConnectInfo<Router, SocketAddr>,
) -> io::Result<()> {
    match tls {
        Some(tls) => axum_server::from_tcp_rustls(door, tls)?.handle(handle).serve(service).await,
        None => axum_server::from_tcp(door)?.handle(handle).serve(service).await,
    }
}

fn listen(address: IpAddr, port: u16) -> Result<TcpListener, StartError> {
    let listener = TcpListener::bind((address, port)).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => StartError::PortInUse(port),
        _ => StartError::Port(port, error),
    })?;
    // The runtime waits for it; the socket itself must not.
    listener.set_nonblocking(true).map_err(|error| StartError::Port(port, error))?;
    Ok(listener)
}

fn port_of(listener: &TcpListener, asked: u16) -> Result<u16, StartError> {
    let address = listener.local_addr().map_err(|error| StartError::Port(asked, error))?;
    Ok(address.port())
}

/// The address other devices of the network reach this machine at. No packet is sent: the system
/// only says from where it would send one.
fn network_address() -> IpAddr {
    let local = || -> io::Result<IpAddr> {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        // An address kept for documentation (RFC 5737).
        socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
        Ok(socket.local_addr()?.ip())
    };
    local().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

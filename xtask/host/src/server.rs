//! A server that ends when it is dropped.

use std::io;
use std::net::TcpListener;

use axum::Router;
use tokio::runtime::{Builder, Runtime};

/// A server on its own thread. Dropping it closes all its connections.
#[derive(Debug)]
pub struct Server(Option<Runtime>);

impl Server {
    /// Starts serving connections.
    ///
    /// # Errors
    /// When the system can't start a thread.
    pub fn start(listener: TcpListener, pages: Router) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        // With its own runtime it answers while its owner blocks, and all connections end with it.
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        runtime.spawn(async move {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, pages).await
        });
        Ok(Self(Some(runtime)))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

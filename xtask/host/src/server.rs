//! A server that ends when it is dropped.

use std::io;
use std::net::TcpListener;

use axum::Router;
use tokio::runtime::{Builder, Runtime};

/// A server that answers, on a thread of its own. Dropping it closes every connection that it had.
#[derive(Debug)]
pub struct Server(Option<Runtime>);

impl Server {
    /// Answers whoever connects.
    ///
    /// # Errors
    /// When the system gives it no thread.
    pub fn start(listener: TcpListener, pages: Router) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        // A runtime of its own: it answers while its owner blocks, and when it ends, so does every connection.
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

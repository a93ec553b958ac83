//! A local server that has one archive and behaves in one way.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// How the server responds to a request for the archive.
#[derive(Clone, Copy)]
pub(super) enum Server {
    Sends,
    BreaksOff,
    NeverAnswers,
    HasNoSuchFile,
}

impl Server {
    /// Answers one request on a new port, and returns the archive's address.
    pub(super) fn with(self, archive: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/cushion.tar.gz", listener.local_addr().unwrap());
        thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            self.answer(stream, &archive);
        });
        address
    }

    fn answer(self, mut stream: TcpStream, archive: &[u8]) {
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).unwrap();
        let length = archive.len();
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");
        let answer = match self {
            Self::Sends => [head.as_bytes(), archive].concat(),
            Self::BreaksOff => [head.as_bytes(), &archive[..length / 2]].concat(),
            Self::HasNoSuchFile => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec(),
            Self::NeverAnswers => {
                // Wait until the client has given up.
                let _ = stream.read(&mut request);
                return;
            }
        };
        stream.write_all(&answer).unwrap();
    }
}

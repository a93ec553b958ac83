//! `limber-host FOLDER PORT`: serves a built page on this machine until its standard input ends, and prints the
//! address. Port 0 takes any free port.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use anyhow::{Context, Result, bail};
use limber_host::{Forms, Server, page};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, port] = arguments.as_slice() else {
        bail!("two arguments are wanted: limber-host FOLDER PORT, where port 0 is any free one");
    };
    let port: u16 = port
        .parse()
        .with_context(|| format!("`{port}` is no port, which is a number from 0 to 65535"))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} of this machine can't be had; try another one"))?;
    let address = listener.local_addr()?;
    let _server = Server::start(listener, page(Path::new(folder), Forms::Compressed)?)?;
    println!("http://{address}");
    // The parent process holds the other end, and closes it even by dying.
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}

//! A small static server: what the studio, the tests and the benchmarks are loaded from.

use crate::Result;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Folders by the start of the address that leads to them; the first that fits serves.
pub type Routes = Vec<(&'static str, PathBuf)>;

/// A server that listens, for this machine alone.
pub struct Server {
    listener: TcpListener,
    routes: Arc<Routes>,
}

impl Server {
    /// Takes a port; 0 for any that is free.
    pub fn bind(port: u16, routes: Routes) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .map_err(|error| format!("Port {port} cannot be used: {error}."))?;
        let routes = Arc::new(routes);
        Ok(Server { listener, routes })
    }

    /// Where it is reached, without a slash at the end.
    pub fn address(&self) -> Result<String> {
        let local = self.listener.local_addr();
        let local = local.map_err(|error| format!("The server has no address: {error}."))?;
        Ok(format!("http://localhost:{}", local.port()))
    }

    /// Serves until the program ends, one thread a connection.
    pub fn serve(self) {
        for stream in self.listener.incoming().flatten() {
            let routes = Arc::clone(&self.routes);
            std::thread::spawn(move || connection(stream, &routes));
        }
    }

    /// Serves beside what the program does next.
    pub fn serve_in_background(self) {
        std::thread::spawn(move || self.serve());
    }
}

/// Answers requests on one connection until the other side has no more.
fn connection(stream: TcpStream, routes: &Routes) {
    // A browser opens connections that it never uses.
    stream.set_read_timeout(Some(Duration::from_secs(60))).ok();
    stream.set_nodelay(true).ok();
    let Ok(reading) = stream.try_clone() else {
        return;
    };
    let (mut reader, mut writer) = (BufReader::new(reading), stream);
    while let Some(request) = Request::read(&mut reader) {
        let answered = answer(&request, routes, &mut writer);
        if answered.is_err() || request.closes {
            return;
        }
    }
}

struct Request {
    method: String,
    /// As the request line has it: percent-encoded, perhaps with a query.
    target: String,
    closes: bool,
}

impl Request {
    /// The next request, or nothing when there is none or it is not one.
    fn read(reader: &mut impl BufRead) -> Option<Request> {
        // What a request may hold before its body; more is no browser's.
        let mut head = reader.take(64 * 1024);
        let mut line = String::new();
        head.read_line(&mut line).ok()?;
        let mut words = line.split_whitespace();
        let mut request = Request {
            method: words.next()?.into(),
            target: words.next()?.into(),
            closes: words.next()? == "HTTP/1.0",
        };
        let mut body = 0;
        loop {
            let mut header = String::new();
            if head.read_line(&mut header).ok()? == 0 {
                return None;
            }
            let header = header.trim_end().to_ascii_lowercase();
            match header.split_once(':') {
                None => break,
                Some(("connection", value)) => request.closes |= value.trim() == "close",
                Some(("content-length", value)) => body = value.trim().parse::<u64>().ok()?,
                Some(_) => {}
            }
        }
        // A body has no meaning here, but the next request stands behind it.
        std::io::copy(&mut head.into_inner().take(body), &mut std::io::sink()).ok()?;
        Some(request)
    }
}

fn answer(request: &Request, routes: &Routes, writer: &mut impl Write) -> std::io::Result<()> {
    if request.method != "GET" && request.method != "HEAD" {
        return text(writer, "405 Method Not Allowed", "Only GET and HEAD.\n");
    }
    let path = request.target.split(['?', '#']).next().unwrap_or_default();
    let Some(found) = find(path, routes) else {
        return text(writer, "404 Not Found", "There is no such file.\n");
    };
    if found.is_dir() {
        // Without the slash, the page's relative addresses would start a level too high.
        head(
            writer,
            "301 Moved Permanently",
            "text/plain",
            0,
            Some(&format!("{path}/")),
        )?;
        return writer.flush();
    }
    let mut file = std::fs::File::open(&found)?;
    let length = file.metadata()?.len();
    head(writer, "200 OK", media_type(&found), length, None)?;
    if request.method == "GET" {
        std::io::copy(&mut file, writer)?;
    }
    writer.flush()
}

/// The file that an address names: `index.html` for a folder with its slash. Nothing outside a route's folder.
fn find(path: &str, routes: &Routes) -> Option<PathBuf> {
    let (prefix, folder) = routes.iter().find(|(prefix, _)| path.starts_with(prefix))?;
    let decoded = percent_decoded(&path[prefix.len()..])?;
    let mut found = folder.clone();
    for part in decoded.split('/').filter(|part| !part.is_empty()) {
        // One plain name a level: no way up, no drive, no second separator on Windows.
        if part == "." || part == ".." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        found.push(part);
    }
    if path.ends_with('/') {
        found.push("index.html");
    }
    found.exists().then_some(found)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            plain => plain,
        });
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn text(writer: &mut impl Write, status: &str, body: &str) -> std::io::Result<()> {
    head(
        writer,
        status,
        "text/plain; charset=utf-8",
        body.len() as u64,
        None,
    )?;
    writer.write_all(body.as_bytes())?;
    writer.flush()
}

fn head(
    writer: &mut impl Write,
    status: &str,
    media_type: &str,
    length: u64,
    location: Option<&str>,
) -> std::io::Result<()> {
    let location = location.map_or(String::new(), |to| format!("Location: {to}\r\n"));
    // `no-cache`: the next build shows at the next reload. The open origin lets a page elsewhere embed a chart of ours.
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{location}\
         Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n\r\n"
    );
    writer.write_all(head.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes() -> Routes {
        let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        vec![("/code/", xtask.join("src")), ("/", xtask)]
    }

    fn asked(request: &str) -> String {
        let server = Server::bind(0, routes()).unwrap();
        let address = server.address().unwrap().replace("http://", "");
        server.serve_in_background();
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_route_leads_to_its_folder() {
        assert!(find("/code/server.rs", &routes()).is_some());
        assert!(find("/src/server.rs", &routes()).is_some());
        assert!(find("/src/%73erver.rs", &routes()).is_some());
        assert!(find("/server.rs", &routes()).is_none());
    }

    #[test]
    fn nothing_above_a_folder_is_served() {
        for path in [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/..%2fCargo.toml",
            "/code/../Cargo.toml",
        ] {
            assert!(find(path, &routes()).is_none(), "{path}");
        }
        assert!(find("/code/..\\Cargo.toml", &routes()).is_none());
        assert!(find("/%ff", &routes()).is_none());
        assert!(find("/%4", &routes()).is_none());
    }

    #[test]
    fn a_connection_serves_several_requests() {
        let answer = asked(
            "HEAD /Cargo.toml HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc\
             GET /src HTTP/1.1\r\n\r\nGET /nowhere?x HTTP/1.1\r\nConnection: close\r\n\r\n",
        );
        let statuses: Vec<&str> = answer.matches("HTTP/1.1 ").collect();
        assert_eq!(statuses.len(), 4, "{answer}");
        assert!(answer.starts_with("HTTP/1.1 200 OK"));
        assert!(answer.contains("HTTP/1.1 405"));
        assert!(answer.contains("Location: /src/\r\n"));
        assert!(answer.contains("HTTP/1.1 404"));
    }
}

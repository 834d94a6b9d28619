//! Sends letters: through a mail server, or, as long as there is none, into a folder where whoever
//! runs this installation can read them.

use crate::config::Mail;
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::Mailbox,
    transport::smtp::response::{Category, Code, Severity},
};
use std::{
    fs::{self, DirBuilder},
    io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Name of the folder in the data folder.
const FOLDER: &str = "mailbox";
/// Who writes, as long as nobody says otherwise: an address that no letter reaches (RFC 6761).
const NOBODY: &str = "Passerelle <passerelle@localhost.invalid>";

/// Why letters cannot be sent. Neither repeats what was given: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server.
    #[error(
        "--smtp-url cannot be used: write it like smtps://user:password@mail.example.org, \
         or leave it out"
    )]
    Url,
    /// The sender.
    #[error("--mail-from is missing or no address: write it like 'Passerelle <plan@example.org>'")]
    From,
}

/// Why one letter did not go out. It does not say to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Nobody has this address; another try would hear the same.
    #[error("the mail server does not know the address")]
    Unknown,
    /// The mail server was not reached, or did not take it now.
    #[error("the mail server was not reached, or did not take it")]
    Away,
    /// The folder cannot be written.
    #[error("the mailbox folder cannot be written")]
    Folder,
}

enum Way {
    Folder(AsyncFileTransport<Tokio1Executor>),
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// The way letters go.
pub struct Mailer {
    from: Mailbox,
    folder: PathBuf,
    way: Way,
}

impl Mailer {
    /// Prepares the way; no connection is made yet.
    ///
    /// # Errors
    /// [`MailError`].
    pub fn open(mail: &Mail, data: &Path) -> Result<Self, MailError> {
        let folder = data.join(FOLDER);
        let from = mail.from.as_deref();
        let (way, from) = match mail.smtp_url.as_deref() {
            Some(url) => {
                let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
                let smtp = smtp.map_err(|_| MailError::Url)?.build();
                (Way::Smtp(smtp), from.ok_or(MailError::From)?)
            }
            None => (Way::Folder(AsyncFileTransport::new(&folder)), from.unwrap_or(NOBODY)),
        };
        Ok(Self { from: from.parse().map_err(|_| MailError::From)?, folder, way })
    }

    /// Who writes.
    #[must_use]
    pub fn from(&self) -> &Mailbox {
        &self.from
    }

    /// Sends one letter.
    ///
    /// # Errors
    /// [`SendError`].
    pub async fn send(&self, letter: Message) -> Result<(), SendError> {
        match &self.way {
            Way::Folder(folder) => {
                make_folder(&self.folder).map_err(|_| SendError::Folder)?;
                folder.send(letter).await.map_err(|_| SendError::Folder)?;
            }
            Way::Smtp(smtp) => {
                let sent = smtp.send(letter).await;
                sent.map_err(|error| match error.status() {
                    Some(code) if is_unknown(code) => SendError::Unknown,
                    _ => SendError::Away,
                })?;
            }
        }
        Ok(())
    }

    /// Empties the folder of letters that were put there before `oldest`.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn tidy(&self, oldest: SystemTime) -> io::Result<()> {
        for path in self.letters()? {
            if fs::metadata(&path)?.modified()? < oldest {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    /// Takes letters to an address that was erased out of the folder.
    ///
    /// # Errors
    /// When the folder cannot be read or written.
    pub fn forget(&self, address: &str) -> io::Result<()> {
        let line = format!("To: {address}");
        for path in self.letters()? {
            if fs::read_to_string(&path)?.lines().any(|found| found == line) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    /// The letters in the folder.
    fn letters(&self) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        let is_letter = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "eml");
        Ok(paths.into_iter().filter(is_letter).collect())
    }
}

/// Codes 550 to 559 are about the letter; those about signing in and the network are others.
fn is_unknown(code: Code) -> bool {
    code.severity == Severity::PermanentNegativeCompletion && code.category == Category::MailSystem
}

/// Addresses stand in it: it is its owner's alone.
fn make_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Write},
        net::TcpListener,
        thread,
        time::Duration,
    };

    /// A mail server for one visit, which answers this to the address. Its own address.
    fn post_office(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            let (mut way_out, _) = listener.accept().unwrap();
            let lines = BufReader::new(way_out.try_clone().unwrap()).lines();
            let mut say = |line: &str| way_out.write_all(format!("{line}\r\n").as_bytes()).unwrap();
            say("220 here");
            let mut in_letter = false;
            for line in lines.map_while(Result::ok) {
                match line.get(..4).unwrap_or(&line) {
                    "." => in_letter = false,
                    _ if in_letter => continue,
                    "RCPT" => {
                        say(answer);
                        continue;
                    }
                    "DATA" => {
                        in_letter = true;
                        say("354 go on");
                        continue;
                    }
                    _ => {}
                }
                say("250 fine");
            }
        });
        format!("smtp://127.0.0.1:{port}")
    }

    async fn sent_through(url: &str) -> Result<(), SendError> {
        let mailer = open(Some(url), Some("plan@example.org")).unwrap();
        let letter = Message::builder().from(mailer.from().clone());
        let letter = letter.to("c@example.be".parse().unwrap()).body("Bonjour".to_owned());
        mailer.send(letter.unwrap()).await
    }

    #[tokio::test]
    async fn a_mail_server_takes_it_or_says_why_not() {
        assert_eq!(sent_through(&post_office("250 fine")).await, Ok(()));
        let unknown = sent_through(&post_office("550 nobody here")).await;
        assert_eq!(unknown, Err(SendError::Unknown));
        let later = sent_through(&post_office("450 come back later")).await;
        assert_eq!(later, Err(SendError::Away));
        let barred = sent_through(&post_office("530 who are you")).await;
        assert_eq!(barred, Err(SendError::Away));
        let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        assert_eq!(sent_through(&format!("smtp://{closed}")).await, Err(SendError::Away));
    }

    fn open(smtp_url: Option<&str>, from: Option<&str>) -> Result<Mailer, MailError> {
        let mail = Mail { smtp_url: smtp_url.map(Into::into), from: from.map(Into::into) };
        Mailer::open(&mail, Path::new("nowhere"))
    }

    #[test]
    fn without_a_mail_server_there_is_a_folder() {
        let mailer = open(None, None).unwrap();
        assert!(matches!(mailer.way, Way::Folder(_)));
        assert_eq!(mailer.from().email.domain(), "localhost.invalid");
        assert!(mailer.forget("c@example.be").is_ok(), "nothing was ever sent");
    }

    #[tokio::test]
    async fn old_letters_leave_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let mail = Mail { smtp_url: None, from: None };
        let mailer = Mailer::open(&mail, data.path()).unwrap();
        assert!(mailer.tidy(SystemTime::now()).is_ok(), "there is no folder yet");
        let letter = Message::builder().from(mailer.from().clone());
        let letter = letter.to("c@example.be".parse().unwrap()).body("Bonjour".to_owned()).unwrap();
        mailer.send(letter).await.unwrap();
        let day = Duration::from_secs(24 * 60 * 60);
        mailer.tidy(SystemTime::now() - day).unwrap();
        assert_eq!(mailer.letters().unwrap().len(), 1, "a letter of today stays");
        mailer.tidy(SystemTime::now() + day).unwrap();
        assert!(mailer.letters().unwrap().is_empty());
    }

    #[tokio::test]
    async fn a_mail_server_needs_a_sender() {
        let url = Some("smtps://user:secret@mail.example.org");
        assert_eq!(open(url, None).err(), Some(MailError::From));
        assert_eq!(open(url, Some("nobody")).err(), Some(MailError::From));
        assert!(open(url, Some("Passerelle <plan@example.org>")).is_ok());
        let error = open(Some("mail server: secret"), Some("plan@example.org")).err().unwrap();
        assert!(!error.to_string().contains("secret"));
    }
}

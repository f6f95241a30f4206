//! PDF: glyphs with their positions (`glyphs`), put together to words (`words`), columns and rows
//! (`layout`), cleared of what repeats on every page (`furniture`), and told to the outline
//! (`flow`). A PDF knows no paragraphs and often no spaces; all of that is found from geometry.

mod flow;
mod furniture;
mod glyphs;
mod layout;
mod weight;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::{Format, Found, ReadError};
use glyphs::{Page, TooMuch};

/// The lines of a PDF file. Places count lines on the page, from 1, as an eye counts them.
pub(super) fn lines(path: &str, bytes: &[u8]) -> Result<Found, ReadError> {
    let pages = pages(path, bytes)?;
    if !pages.iter().flat_map(|page| &page.glyphs).any(|glyph| glyph.text.chars().any(char::is_alphabetic)) {
        let pictures = pages.iter().any(|page| page.drawn);
        let without_text = ReadError::NoTextLayer { path: path.to_owned() };
        return Err(if pictures {
            without_text
        } else {
            broken(path, "nothing can be read on its pages, as if it were cut off")
        });
    }
    let mut pages: Vec<_> =
        pages.into_iter().map(|page| layout::rows(words::words(page.glyphs), page.height)).collect();
    furniture::clear(&mut pages);
    Ok(flow::lines(&pages.into_iter().flat_map(|page| page.rows).collect::<Vec<_>>()))
}

/// All glyphs of the file, page by page.
fn pages(path: &str, bytes: &[u8]) -> Result<Vec<Page>, ReadError> {
    if weight::is_too_much(bytes) {
        return Err(broken(path, "it unpacks to more than a resume can hold"));
    }
    // The interpreter reads fonts, colours and compressed data of any origin, in code that is not
    // ours. Should it panic over a file, that file is lost, and not the run over a folder of them.
    // Nothing it changed is used afterwards, so no broken state gets out.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let pdf = Pdf::new(bytes.to_vec())?;
        Ok(glyphs::pages(&pdf))
    }));
    match read {
        Ok(Ok(pages)) if pages.is_empty() => Err(broken(path, "it has no page")),
        Ok(Ok(pages)) => Ok(pages),
        Ok(Err(LoadPdfError::Decryption(DecryptionError::InvalidEncryption))) => Err(broken(path, "its encryption is")),
        Ok(Err(LoadPdfError::Decryption(_))) => Err(ReadError::Encrypted { path: path.to_owned() }),
        Ok(Err(LoadPdfError::Invalid)) => Err(broken(path, "its table of contents cannot be read")),
        Err(cause) => {
            let too_much = cause.downcast_ref::<TooMuch>().map(|too_much| too_much.0);
            Err(broken(path, too_much.unwrap_or("its drawing instructions make no sense")))
        }
    }
}

fn broken(path: &str, message: &str) -> ReadError {
    ReadError::Broken { path: path.to_owned(), format: Format::Pdf, message: message.to_owned() }
}

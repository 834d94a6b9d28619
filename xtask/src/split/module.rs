//! What a wasm module asks its page for, and what it offers to it: read and written again.

use std::collections::HashMap;

use anyhow::{Context, bail, ensure};

const HEAD: &[u8] = b"\0asm\x01\0\0\0";
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const CODE: u8 = 10;
const CUSTOM: u8 = 0;
/// In the section of names: those of functions.
const FUNCTION_NAMES: u8 = 1;

/// A module as its sections.
pub struct Module {
    sections: Vec<(u8, Vec<u8>)>,
}

/// A function that the module asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// From whom.
    pub module: String,
    /// Under which name.
    pub name: String,
    kind: Vec<u8>,
}

/// Something that the module offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Its name.
    pub name: String,
    kind: u8,
    index: u64,
}

impl Module {
    /// Reads a module.
    pub fn read(bytes: &[u8]) -> anyhow::Result<Module> {
        let rest = bytes.strip_prefix(HEAD).context("this is no wasm module")?;
        let mut reader = Reader(rest);
        let mut sections = Vec::new();
        while !reader.0.is_empty() {
            let id = reader.byte()?;
            sections.push((id, reader.bytes()?.to_vec()));
        }
        Ok(Module { sections })
    }

    /// The module as it stands in a file.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = HEAD.to_vec();
        for (id, content) in &self.sections {
            bytes.push(*id);
            put_bytes(&mut bytes, content);
        }
        bytes
    }

    /// The functions it asks for. A module that asks for anything else is an error.
    pub fn imports(&self) -> anyhow::Result<Vec<Import>> {
        self.list(IMPORTS, |reader| {
            let (module, name) = (reader.text()?, reader.text()?);
            ensure!(reader.byte()? == 0, "{name} is imported and no function");
            let mut kind = vec![0];
            put_number(&mut kind, reader.number()?);
            Ok(Import { module, name, kind })
        })
    }

    /// Asks for the same functions under other names.
    pub fn set_imports(&mut self, imports: &[Import]) {
        self.set_list(IMPORTS, imports, |bytes, import| {
            put_bytes(bytes, import.module.as_bytes());
            put_bytes(bytes, import.name.as_bytes());
            bytes.extend(&import.kind);
        });
    }

    /// What it offers.
    pub fn exports(&self) -> anyhow::Result<Vec<Export>> {
        self.list(EXPORTS, |reader| {
            Ok(Export { name: reader.text()?, kind: reader.byte()?, index: reader.number()? })
        })
    }

    /// Offers this and nothing else.
    pub fn set_exports(&mut self, exports: &[Export]) {
        self.set_list(EXPORTS, exports, |bytes, export| {
            put_bytes(bytes, export.name.as_bytes());
            bytes.push(export.kind);
            put_number(bytes, export.index);
        });
    }

    /// Drops what says nothing to a browser, such as which features the compiler was allowed.
    pub fn drop_remarks(&mut self) {
        self.sections.retain(|(id, _)| *id != CUSTOM);
    }

    /// Its functions by name, each with its size in bytes. One without a name goes by its number.
    pub fn sizes(&self) -> anyhow::Result<Vec<(String, usize)>> {
        let mut names = self.function_names()?;
        let imported = self.imports()?.len() as u64;
        let mut index = imported;
        self.list(CODE, |reader| Ok(reader.bytes()?.len())).map(|sizes| {
            let named = sizes.into_iter().map(|size| {
                let name = names.remove(&index).unwrap_or_else(|| format!("function {index}"));
                index += 1;
                (name, size)
            });
            named.collect()
        })
    }

    fn function_names(&self) -> anyhow::Result<HashMap<u64, String>> {
        for (id, content) in &self.sections {
            let mut reader = Reader(content);
            if *id != CUSTOM || reader.text()? != "name" {
                continue;
            }
            while !reader.0.is_empty() {
                let id = reader.byte()?;
                let mut inner = Reader(reader.bytes()?);
                if id == FUNCTION_NAMES {
                    let count = inner.number()?;
                    return (0..count).map(|_| Ok((inner.number()?, inner.text()?))).collect();
                }
            }
        }
        Ok(HashMap::new())
    }

    fn list<T>(
        &self,
        id: u8,
        one: impl Fn(&mut Reader<'_>) -> anyhow::Result<T>,
    ) -> anyhow::Result<Vec<T>> {
        let Some((_, content)) = self.sections.iter().find(|(other, _)| *other == id) else {
            return Ok(Vec::new());
        };
        let mut reader = Reader(content);
        let count = reader.number()?;
        (0..count).map(|_| one(&mut reader)).collect()
    }

    fn set_list<T>(&mut self, id: u8, list: &[T], put: impl Fn(&mut Vec<u8>, &T)) {
        let mut bytes = Vec::new();
        put_number(&mut bytes, list.len() as u64);
        list.iter().for_each(|one| put(&mut bytes, one));
        if let Some((_, content)) = self.sections.iter_mut().find(|(other, _)| *other == id) {
            *content = bytes;
        }
    }
}

/// What is left to read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> anyhow::Result<u8> {
        let (first, rest) = self.0.split_first().context("the wasm module breaks off")?;
        self.0 = rest;
        Ok(*first)
    }

    /// Seven bits a byte, the lowest first (LEB128).
    fn number(&mut self) -> anyhow::Result<u64> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number of the wasm module has no end")
    }

    fn bytes(&mut self) -> anyhow::Result<&'a [u8]> {
        let length = usize::try_from(self.number()?)?;
        let (bytes, rest) =
            self.0.split_at_checked(length).context("the wasm module breaks off")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn text(&mut self) -> anyhow::Result<String> {
        Ok(std::str::from_utf8(self.bytes()?)?.to_owned())
    }
}

fn put_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_bytes(bytes: &mut Vec<u8>, content: &[u8]) {
    put_number(bytes, content.len() as u64);
    bytes.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(import "m" "f" (func)) (func (export "a") …) (export "b" …)`, as an assembler writes it.
    const SAMPLE: &[u8] = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01m\x01f\0\0\
                            \x03\x02\x01\0\x07\x09\x02\x01a\0\x01\x01b\0\0\x0a\x04\x01\x02\0\x0b";

    #[test]
    fn what_is_read_is_written_the_same() {
        let mut module = Module::read(SAMPLE).expect("a module");
        let (imports, exports) = (module.imports().unwrap(), module.exports().unwrap());
        module.set_imports(&imports);
        module.set_exports(&exports);
        assert_eq!(module.write(), SAMPLE);
    }

    #[test]
    fn names_change_and_offers_go() {
        let mut module = Module::read(SAMPLE).expect("a module");
        let mut imports = module.imports().unwrap();
        imports[0].name = "a_longer_name".to_owned();
        module.set_imports(&imports);
        let exports: Vec<_> =
            module.exports().unwrap().into_iter().filter(|export| export.name == "b").collect();
        module.set_exports(&exports);
        let again = Module::read(&module.write()).expect("a module");
        assert_eq!(again.imports().unwrap()[0].name, "a_longer_name");
        assert_eq!(again.exports().unwrap(), exports);
    }

    #[test]
    fn functions_have_sizes_and_names() {
        // The second function of the module is the first of its own: `(name (func 1 "own"))`.
        let names = b"\0\x0d\x04name\x01\x06\x01\x01\x03own";
        let mut bytes = SAMPLE.to_vec();
        assert_eq!(Module::read(&bytes).unwrap().sizes().unwrap(), [("function 1".to_owned(), 2)]);
        bytes.extend(names);
        assert_eq!(Module::read(&bytes).unwrap().sizes().unwrap(), [("own".to_owned(), 2)]);
    }

    #[test]
    fn what_is_no_module_is_said_so() {
        assert!(Module::read(b"<!doctype html>").is_err());
        assert!(Module::read(&SAMPLE[..20]).is_err());
        let global = b"\0asm\x01\0\0\0\x02\x09\x01\x01m\x01g\x03\x7f\0\0";
        assert!(Module::read(global).unwrap().imports().is_err());
    }
}

//! The JavaScript between the page and the first part, as wasm-bindgen writes it: what nobody uses
//! is taken out, on both sides, and what is left gets short names. Neither is in wasm-bindgen's
//! power: it does not know what wasm-opt will drop.

use std::collections::HashMap;

use anyhow::{Context, ensure};

use super::module::{Export, Module};

/// The classes of a library (streams of server functions) that comes with Leptos and that this app
/// never calls. As exports they would hold 10 KB of code in the app.
const UNUSED_CLASS: &str = "IntoUnderlying";
/// From whom the module imports what the script defines.
const SCRIPT: &str = "./passerelle_bg.js";

/// Takes the offers of unused classes back, so that wasm-opt can drop the code behind them.
pub fn without_unused_exports(wasm: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut module = Module::read(wasm)?;
    let unused = UNUSED_CLASS.to_lowercase();
    let exports = module.exports()?.into_iter().filter(|export| !export.name.contains(&unused));
    module.set_exports(&exports.collect::<Vec<Export>>());
    Ok(module.write())
}

/// Takes out of the script what the module no longer asks for, and shortens the names of the rest
/// in both. wasm-bindgen's names end in sixteen digits of a hash, which no compression can shrink.
pub fn shorten(wasm: &[u8], script: &str) -> anyhow::Result<(Vec<u8>, String)> {
    let mut module = Module::read(wasm)?;
    let mut imports = module.imports()?;
    let mut names = HashMap::new();
    for import in imports.iter_mut().filter(|import| import.module == SCRIPT) {
        let count = names.len();
        let short = names.entry(import.name.clone()).or_insert_with(|| format!("i{count}"));
        import.name.clone_from(short);
    }
    let (script, kept) = shorten_script(script, &names);
    ensure!(
        kept == names.len(),
        "{} of {} imports stand in wasm-bindgen's script: does it write it otherwise now?",
        kept,
        names.len()
    );
    module.set_imports(&imports);
    Ok((module.write(), script))
}

/// The shorter script, and how many of the names it defines.
fn shorten_script(script: &str, names: &HashMap<String, String>) -> (String, usize) {
    let mut short = String::new();
    let mut kept = 0;
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        if let Some((name, rest)) = definition(line) {
            match names.get(name) {
                Some(new) => {
                    kept += 1;
                    short.extend([new, ":", rest.trim_start(), "\n"]);
                }
                None => {
                    lines.by_ref().take_while(|line| !line.starts_with("        }")).for_each(drop)
                }
            }
        } else if line.starts_with(&format!("export class {UNUSED_CLASS}")) {
            lines.by_ref().take_while(|line| *line != "}").for_each(drop);
        } else if !line.starts_with(&format!("if (Symbol.dispose) {UNUSED_CLASS}")) {
            let code = line.trim_start();
            if !code.is_empty() && !code.starts_with("//") {
                short.extend([code, "\n"]);
            }
        }
    }
    (short, kept)
}

/// The name that a line begins to define, and what follows it.
fn definition(line: &str) -> Option<(&str, &str)> {
    let inner = line.strip_prefix("        ").filter(|inner| inner.starts_with("__wb"))?;
    let (name, rest) = inner.split_once(':')?;
    rest.starts_with(" function").then_some((name, rest))
}

/// Reads, shortens and writes both files.
pub fn shorten_files(
    sh: &xshell::Shell,
    wasm: &std::path::Path,
    script: &std::path::Path,
) -> anyhow::Result<()> {
    let (bytes, text) = shorten(&sh.read_binary_file(wasm)?, &sh.read_file(script)?)
        .context("The script of the app could not be shortened")?;
    sh.write_file(wasm, bytes)?;
    sh.write_file(script, text)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT_TEXT: &str = "export class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
        if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 1;\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n        \
        __wbg_a_1: function(arg0) {\n            // Why.\n            return arg0;\n        },\n        \
        __wbg_b_2: function() { return handleError(function () {\n            return 7;\n        \
        }, arguments); },\n        __wbg_c_3: function() {\n            return 8;\n        },\n    };\n}\n";

    #[test]
    fn the_script_keeps_what_is_asked_for_under_short_names() {
        let names = [("__wbg_a_1", "i0"), ("__wbg_c_3", "i1")];
        let names = names.map(|(old, new)| (old.to_owned(), new.to_owned())).into();
        let (short, kept) = shorten_script(SCRIPT_TEXT, &names);
        assert_eq!(kept, 2);
        assert_eq!(
            short,
            "function __wbg_get_imports() {\nconst import0 = {\n__proto__: null,\n\
             i0:function(arg0) {\nreturn arg0;\n},\ni1:function() {\nreturn 8;\n},\n};\n}\n"
        );
    }

    #[test]
    fn a_name_that_the_script_lacks_is_noticed() {
        let names = [("__wbg_z_9".to_owned(), "i0".to_owned())].into();
        assert_eq!(shorten_script(SCRIPT_TEXT, &names).1, 0);
    }
}

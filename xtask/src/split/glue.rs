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
/// How the names begin under which the module offers what calls a closure: a hundred letters each.
const CLOSURE: &str = "wasm_bindgen_";
/// A script whose functions are asked for so rarely that it is fetched with the first of them. All
/// promise their answer, so nobody can tell.
const RARE: &str = "/transfer.js";
/// What stands in their place.
const WHEN_ASKED: &str = "function whenAsked(name) {
return (...given) => {
const answer = import(RARE).then((script) => script[name](...given));
answer.catch(() => {});
return answer;
};
}
";
/// From this line on, the script says how the module is started.
const START: &str = "let wasmModule, wasmInstance, wasm;";
/// What it says instead. Every browser that has the colours of our style compiles what is still on
/// its way, and the page gives an address and nothing else.
const OUR_START: &str = "let wasm;
export const initSync = () => wasm;
export default async (address) => {
const whole = await WebAssembly.instantiateStreaming(fetch(address), __wbg_get_imports());
wasm = whole.instance.exports;
wasm.__wbindgen_start();
};
";

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
    let mut givers = HashMap::new();
    for import in &mut imports {
        if import.module == SCRIPT {
            let count = names.len();
            let short = names.entry(import.name.clone()).or_insert_with(|| letters(count));
            import.name.clone_from(short);
        }
        let count = givers.len();
        let short = givers.entry(import.module.clone()).or_insert_with(|| letters(count));
        import.module.clone_from(short);
    }
    let (script, kept) = shorten_script(script, &names);
    ensure!(
        kept == names.len(),
        "{} of {} imports stand in wasm-bindgen's script: does it write it otherwise now?",
        kept,
        names.len()
    );
    ensure!(
        !givers.keys().any(|giver| giver.ends_with(RARE)),
        "a function of {RARE} takes and gives numbers alone: it cannot be asked for later"
    );
    let script =
        fetched_when_asked(&script).with_context(|| format!("{RARE} is imported by nobody"))?;
    let mut script = with_our_start(&one_import_each(&script, &givers))
        .context("wasm-bindgen's script has another end: does it write it otherwise now?")?;
    let mut exports = module.exports()?;
    let closures = exports.iter_mut().filter(|export| export.name.starts_with(CLOSURE));
    for (count, export) in closures.enumerate() {
        // Followed by its bracket: one name may be the beginning of another.
        let short = letters(count);
        script = script.replace(&format!("wasm.{}(", export.name), &format!("wasm.{short}("));
        export.name = short;
    }
    module.set_imports(&imports);
    module.set_exports(&exports);
    module.drop_remarks();
    Ok((module.write(), script))
}

/// A name of one or two letters for each number.
fn letters(number: usize) -> String {
    const LETTERS: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";
    let last = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => last.into(),
        before => letters(before - 1) + last.encode_utf8(&mut [0; 4]),
    }
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
        } else if line.starts_with(&format!("const {UNUSED_CLASS}")) {
            lines.by_ref().take_while(|line| !line.ends_with(';')).for_each(drop);
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

/// The script with one import of each other script, where wasm-bindgen writes one for each function,
/// and with the names by which the module knows them.
fn one_import_each(script: &str, givers: &HashMap<String, String>) -> String {
    let mut held: HashMap<&str, &str> = HashMap::new();
    let mut short = String::new();
    for line in script.lines() {
        let import = line.strip_prefix("import * as ").and_then(|rest| rest.split_once(" from "));
        let given = line.strip_prefix('"').and_then(|rest| rest.split_once("\": import"));
        match (import, given) {
            (Some((_, from)), _) if held.contains_key(from) => continue,
            (Some((name, from)), _) => {
                held.insert(from, name);
                short.push_str(line);
            }
            (None, Some((from, number))) => {
                let import = format!("import{}", number.trim_end_matches(','));
                if from != SCRIPT && !held.values().any(|name| *name == import) {
                    continue;
                }
                let name = givers.get(from).map_or(from, String::as_str);
                short.push_str(&format!("\"{name}\": {import},"));
            }
            (None, None) => short.push_str(line),
        }
        short.push('\n');
    }
    short
}

/// The script with the functions of the rare script fetched with the first of them.
fn fetched_when_asked(script: &str) -> Option<String> {
    let line = script.lines().find(|line| {
        line.starts_with("import {") && line.trim_end_matches([';', '\'', '"']).ends_with(RARE)
    })?;
    let (names, from) = line.strip_prefix("import {")?.split_once("} from ")?;
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty());
    let ours: String =
        names.map(|name| format!("const {name} = whenAsked(\"{name}\");\n")).collect();
    let from = from.trim_end_matches(';').replace('\'', "\"");
    let ours = ours + &WHEN_ASKED.replace("RARE", &from);
    Some(script.replacen(&format!("{line}\n"), &ours, 1))
}

/// The script with a start that is no longer than ours needs to be.
fn with_our_start(script: &str) -> Option<String> {
    let (before, after) = script.split_once(START)?;
    let ends = after.trim_end().ends_with("export { initSync, __wbg_init as default };");
    ends.then(|| format!("{before}{OUR_START}"))
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

    #[test]
    fn the_other_scripts_are_imported_once_under_short_names() {
        let script = "import * as import1 from \"./browser.js\"\nimport * as import2 from \
                      \"./browser.js\"\n\"./passerelle_bg.js\": import0,\n\"./browser.js\": import1,\n\
                      \"./browser.js\": import2,\n";
        let givers = [(SCRIPT, "a"), ("./browser.js", "b")];
        let givers = givers.map(|(old, new)| (old.to_owned(), new.to_owned())).into();
        let expected =
            "import * as import1 from \"./browser.js\"\n\"a\": import0,\n\"b\": import1,\n";
        assert_eq!(one_import_each(script, &givers), expected);
    }

    #[test]
    fn what_is_rare_is_fetched_when_it_is_asked_for() {
        let script = "import { a } from './x/browser.js';\nimport { b, c } from './x/transfer.js';\nrun();\n";
        let ours = fetched_when_asked(script).expect("it is imported");
        let begin = "import { a } from './x/browser.js';\nconst b = whenAsked(\"b\");\nconst c = \
                     whenAsked(\"c\");\nfunction whenAsked(name) {\n";
        assert!(ours.starts_with(begin), "{ours}");
        assert!(
            ours.contains("import(\"./x/transfer.js\")") && ours.ends_with("}\nrun();\n"),
            "{ours}"
        );
        assert_eq!(fetched_when_asked("run();\n"), None);
    }

    #[test]
    fn the_start_is_ours() {
        let script = format!(
            "a();\n{START}\nfunction f() {{}}\nexport {{ initSync, __wbg_init as default }};\n"
        );
        let ours = with_our_start(&script).expect("it is written so");
        assert!(ours.starts_with("a();\nlet wasm;\n") && !ours.contains("function f"), "{ours}");
        assert_eq!(with_our_start("a();\n"), None);
    }

    #[test]
    fn letters_go_on_after_the_alphabet() {
        assert_eq!([0, 25, 26, 702].map(letters), ["a", "z", "aa", "aaa"]);
    }
}

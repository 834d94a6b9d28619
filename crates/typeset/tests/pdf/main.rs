//! Documents through the public interface, read back by another library.

mod cv;
mod read;
mod samples;
mod sheet;
mod table;
mod text;

use std::process::Command;
use std::{mem, thread};

unsafe impl Send for A {}  // -> rust/unsafe A | rust/trait-implementation A
static mut COUNT: u32 = 0;  // -> rust/static-mut COUNT
static FIXED: u32 = 0;
fn f() {
    mem::transmute(x);  // -> rust/transmute mem::transmute
    thread::sleep(d);  // -> rust/sleep thread::sleep
    Command::new("ls");  // -> rust/command Command::new
    mine::sleep(d); Other::new("ls");
}

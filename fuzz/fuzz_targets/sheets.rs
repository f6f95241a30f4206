#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| rolefit_fuzz::sheets(data));

//! What people do with Limber, in a real browser, told by what they see and hear.

mod beforehand;
mod choosing;
mod device;
mod doctor;
mod everyone;
mod fault;
mod figures;
mod hidden;
mod holding;
mod installing;
mod interrupted;
mod later;
mod looks;
mod offline;
mod one_button;
mod playing;
mod questions;
mod renewing;
mod returning;
mod safety;
mod short;
mod speech;
mod storage;

pub fn run(_: crate::Arguments) -> crate::Result<()> {
    Ok(())
}

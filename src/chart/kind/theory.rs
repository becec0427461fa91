use crate::chart::context::Context;
use crate::chart::scene::Scene;
use crate::error::Result;
pub(in crate::chart) fn draw(context: &Context) -> Result<Scene> {
    super::ranking::draw(context)
}

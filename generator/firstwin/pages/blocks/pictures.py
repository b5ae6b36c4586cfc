"""Pictures, at the addresses under which a page shows them."""

from __future__ import annotations

from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import Place, media_path
from firstwin.pages.views import PictureView
from firstwin.resolve.blocks.pictures import Pictures, PictureText
from firstwin.resolve.guide_step import GuideStep


def pictures_args(block: Pictures, _: GuideStep, reader: Reader) -> dict[str, object]:
    """The pictures of a step."""
    return {
        "pictures": tuple(picture_view(each, reader.here, reader.site) for each in block.pictures)
    }


def picture_view(picture: PictureText, here: Place, site: SiteMap) -> PictureView:
    """A picture as a page shows it."""
    size = picture.size
    return PictureView(
        src=here.to_file(media_path(picture.image, site.guides.config.playbooks)),
        alt=picture.alt,
        width=size.width if size else 0,
        height=size.height if size else 0,
        caption=picture.caption,
    )

"""The ways in which every page is looked at: two widths, each in four kinds of display."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict

Media = Literal["light", "forced colours", "reduced motion", "print"]


class Emulation(TypedDict):
    """What playwright's `emulate_media` is told."""

    media: Literal["screen", "print"]
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]
    reduced_motion: Literal["reduce", "no-preference"]


@dataclass(frozen=True, slots=True)
class View:
    """A screen, or paper."""

    name: str
    """As findings tell it: 320 px, forced colours."""
    width: int
    """In CSS pixels; 320 is also 1280 at 400%."""
    height: int
    media: Media

    @property
    def emulation(self) -> Emulation:
        """Give what the browser is told; forced colours are dark, as on most screens that have them."""
        return {
            "media": "print" if self.media == "print" else "screen",
            "color_scheme": "dark" if self.media == "forced colours" else "light",
            "forced_colors": "active" if self.media == "forced colours" else "none",
            "reduced_motion": "reduce" if self.media == "reduced motion" else "no-preference",
        }


SCREENS = ((1280, 900), (320, 640))
MEDIA: tuple[Media, ...] = ("light", "forced colours", "reduced motion", "print")

VIEWS = tuple(
    View(f"{width} px" if media == "light" else f"{width} px, {media}", width, height, media)
    for width, height in SCREENS
    for media in MEDIA
)
"""The screens one after the other, each in light first."""

from __future__ import annotations

from pathlib import Path

import pytest

from cyhoeddi.audit.static import names
from tests.audit.static.small import said_of


@pytest.mark.parametrize(
    ("control", "message"),
    [
        ("<a href=/></a>", "A link has no words"),
        ("<a href=/><img src=a.png alt=''></a>", "A link has no words"),
        ("<a href=/><i class=icon>\ue001</i></a>", "A link has no words"),
        ("<a href=/ aria-labelledby=nothing></a>", "A link has no words"),
        ("<button><svg aria-hidden=true><title>x</title></svg></button>", "A button has no name"),
        ("<input type=button>", "A button has no name"),
        ("<details><summary></summary>x</details>", "A button has no name"),
        ("<iframe src=/></iframe>", "A frame has no name"),
        ("<a href=/>Click here</a>", 'The link "Click here" does not tell where it leads'),
        ("<a href=/>here.</a>", 'The link "here." does not tell where it leads'),
        ("<a href=/>Read more …</a>", 'The link "Read more …" does not tell where it leads'),
        ("<a href=/>yma</a>", 'The link "yma" does not tell where it leads'),
        ("<a href=/>Cliciwch yma</a>", 'The link "Cliciwch yma" does not tell where it leads'),
        ("<a href=/>Darllenwch fwy</a>", 'The link "Darllenwch fwy" does not tell where it leads'),
        (
            "<a href=/>www.tools.example/a</a>",
            "The words of a link are only its address, www.tools.example/a",
        ),
    ],
)
def test_finds_a_control_that_tells_nothing(tmp_path: Path, control: str, message: str) -> None:
    assert said_of(names.check, tmp_path, "<h1>Tools</h1>" + control) == [message]


@pytest.mark.parametrize(
    "control",
    [
        "<a href=/>Annual report</a>",
        "<a href=/ aria-label='Read more of the annual report'>Read more</a>",
        "<a href=/>Read more<span class=only-heard> of the annual report</span></a>",
        "<a href=/><img src=a.png alt=Home></a>",
        "<a href=/ title=Home></a>",
        "<h2 id=r>Report</h2><a href=/ aria-labelledby=r>more</a>",
        "<a href=/><img src=a.png></a>",
        "<a id=old></a>",
        "<a href=/ hidden></a>",
        "<button aria-label=Close>×</button>",
        "<input type=submit>",
        "<iframe src=/ title='A map'></iframe>",
        "<a href=mailto:desk@tools.example>desk@tools.example</a>",
    ],
)
def test_lets_a_control_with_a_name_pass(tmp_path: Path, control: str) -> None:
    assert said_of(names.check, tmp_path, "<h1>Tools</h1>" + control) == []

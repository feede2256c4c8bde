// An open share panel closes with Escape, or when the reader goes elsewhere. Without this it closes by its own button.
"use strict";

for (const panel of document.querySelectorAll("details.share")) {
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.open) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!panel.contains(event.target)) {
      panel.open = false;
    }
  });
}

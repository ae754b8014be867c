// Runs before the page is drawn, so that parts needing JavaScript never flash. A file, not inline: no inline script at all.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");

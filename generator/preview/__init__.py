"""Preview of a template set in the browser: made anew whenever one of its files is saved.

`sample` makes data that fill every branch, `making` the document and its problems, `pages` its
pages, `places` finds the page of a problem, `html` is the page where there is no LibreOffice.
`studio` does all that again when `watch` sees a change; `server` shows it, on this machine only.
"""

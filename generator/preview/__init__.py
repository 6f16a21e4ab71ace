"""Preview of a template set in the browser: made anew whenever one of its files is saved.

`sample` makes data of both ends, `making` the document and its problems, `pages` its pages,
`places` finds the page of a problem, `html` is the page where there is no LibreOffice.

Which branches are shown: `marking` puts marks into templates, `follow` keeps what they tell,
`depends` says which names a condition depends on, `choices` what of the data that is and what to
try there, `search` tries, `branches` tells which further samples there are and what none shows.

`studio` does all that again when `watch` sees a change; `server` shows it, on this machine only.
"""

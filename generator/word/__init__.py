"""Word documents from templates: docxtpl's dialect, compiled once and rendered many times.

    template = compile_template(blob, name="bao-cao.docx")
    document = template.render({"ten": "Sở Nội vụ"})

Any fault of a template and any problem of a rendering is a `generator.problem.Problem` with its
place in Word. Knows nothing of reports.

Beyond docxtpl's dialect:

- tags in endnotes, comments and all document properties, custom ones included;
- `{% vm value %}` merges the cells of consecutive equal values; plain `{% vm %}` and `{% hm %}`
  merge a whole loop, and cells that differ are a problem;
- `{{ text | chu_thich }}` makes a real footnote, anywhere in the body;
- `{% cap_nhat_truong %}` anywhere asks Word to bring fields (contents, page counts) up to date when
  the document is opened; it prints nothing;
- `{%tr %}` and `{%p %}` tags may share a row or paragraph with text: what stands before the opening
  and behind the closing tag stays outside;
- a plain value under `{{r }}` or `{{p }}` becomes a run or paragraph formatted like the tag.

Not taken over: `include`, `import`, `extends`, `autoescape`, `random` and `lipsum`.

The way of a template: `package` and `opc` read the file, `refuse` checks it, `source` reads its
parts, in which `scan` finds the tags, and `shape` and `cells` move them to where they act; `blocks`
and `syntax` check them, `compiling` and `codegen` make Python code of each part. The way of a
document: `rendering` runs the code, `emit` writes the values, `footnotes` and `merging` complete
the package; if anything fails, `diagnosis` finds every problem and `explain` says what it means.
"""

from __future__ import annotations

from generator.word.template import Template, compile_template

__all__ = ["Template", "compile_template"]
